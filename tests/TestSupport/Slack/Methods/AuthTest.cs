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

    private static JsonObject Answer(SlackRequest request) =>
        request.Grant?.Enterprise is { } enterprise ? Answer(request, enterprise) : new()
        {
            ["url"] = $"https://{request.Workspace.Domain}.slack.com/",
            ["team"] = request.Workspace.Name,
            ["user"] = request.Workspace.Bot.Name,
            ["team_id"] = request.Workspace.Id,
            ["user_id"] = request.Workspace.Bot.Id,
            ["bot_id"] = request.Workspace.BotId,
            ["is_enterprise_install"] = false,
        };

    /// <summary>With an enterprise's token, the enterprise is returned as the team.</summary>
    private static JsonObject Answer(SlackRequest request, SlackEnterprise enterprise) => new()
    {
        ["url"] = $"https://{request.Workspace.Domain}.enterprise.slack.com/",
        ["team"] = enterprise.Name,
        ["user"] = request.Workspace.Bot.Name,
        ["team_id"] = enterprise.Id,
        ["user_id"] = request.Workspace.Bot.Id,
        ["bot_id"] = request.Workspace.BotId,
        ["enterprise_id"] = enterprise.Id,
        ["is_enterprise_install"] = true,
    };
}
