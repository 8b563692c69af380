using RelateBot.TestSupport;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public sealed class RequirementTests
{
    [Theory]
    [InlineData("")]
    [InlineData("chromium")]
    public void What_is_absent_and_not_required_skips_a_test_with_the_reason(string required) =>
        Assert.Equal("Install it.", Assert.Throws<SkipException>(() => Requirement.Check("postgres", "Install it.", required)).Message);

    [Theory]
    [InlineData("postgres")]
    [InlineData("chromium, Postgres")]
    public void What_is_absent_and_required_fails_a_test_with_the_reason(string required) =>
        Assert.Contains("Install it.", Assert.Throws<InvalidOperationException>(() => Requirement.Check("postgres", "Install it.", required)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_there_is_no_obstacle() => Requirement.Check("postgres", whyAbsent: null, "postgres");

    [Fact]
    public void Absent_databases_say_how_to_have_them()
    {
        Assert.True(new SqlServerDatabase().WhyAbsent is not { } sqlServer || sqlServer.Contains("RELATEBOT_TEST_SQLSERVER", StringComparison.Ordinal));
        Assert.True(new PostgreSqlDatabase().WhyAbsent is not { } postgreSql || postgreSql.Contains("Install PostgreSQL", StringComparison.Ordinal));
    }
}
