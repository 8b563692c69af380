using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class AuthTest
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "auth.test",
        Arguments = SlackMethod.Taking(),
        TakesJson = true,
        Tier = 0,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request) => new()
    {
        ["url"] = $"https://{request.Workspace.Domain}.slack.com/",
        ["team"] = request.Workspace.Name,
        ["user"] = request.Workspace.Bot.Name,
        ["team_id"] = request.Workspace.Id,
        ["user_id"] = request.Workspace.Bot.Id,
        ["bot_id"] = request.Workspace.BotId,
        ["is_enterprise_install"] = false,
    };
}
