using RelateBot.TestSupport.Databases;

namespace RelateBot.TestSupport.Tests;

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
        Assert.Contains(
            "Install it.",
            Assert.Throws<InvalidOperationException>(() => Requirement.Check("postgres", "Install it.", required)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void What_is_there_is_no_obstacle() => Requirement.Check("postgres", whyAbsent: null, "postgres");

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_SQL_Server_that_the_environment_does_not_name_says_how_to_name_it(string? server) =>
        Assert.Contains("Set RELATEBOT_TEST_SQLSERVER", SqlServerDatabase.WhyAbsentAt(server), StringComparison.Ordinal);

    [Fact]
    public void A_PostgreSQL_whose_programs_are_nowhere_says_how_to_have_it() =>
        Assert.Contains("Install PostgreSQL", PostgreSqlDatabase.WhyAbsentIn(folder: null), StringComparison.Ordinal);

    [Fact]
    public void Databases_that_are_there_are_not_absent()
    {
        Assert.Null(SqlServerDatabase.WhyAbsentAt("Server=localhost"));
        Assert.Null(PostgreSqlDatabase.WhyAbsentIn("/usr/bin"));
    }
}
