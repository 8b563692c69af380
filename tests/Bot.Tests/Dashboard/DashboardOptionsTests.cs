using RelateBot.Bot.Dashboard;

namespace RelateBot.Bot.Tests.Dashboard;

public sealed class DashboardOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("https://relatebot.example.com")]
    [InlineData("https://relatebot.example.com:8443/")]
    [InlineData("http://localhost:5080")]
    public void An_address_that_people_can_reach_is_taken(string url) => Assert.True(new DashboardOptions { PublicUrl = url }.IsUsable());

    [Theory]
    [InlineData("relatebot.example.com")]
    [InlineData("http://relatebot.example.com")]
    [InlineData("https://relatebot.example.com/bot")]
    [InlineData("https://relatebot.example.com/?a=b")]
    [InlineData("https://somebody@relatebot.example.com")]
    [InlineData("ftp://relatebot.example.com")]
    public void Any_other_is_refused(string url) => Assert.False(new DashboardOptions { PublicUrl = url }.IsUsable());
}
