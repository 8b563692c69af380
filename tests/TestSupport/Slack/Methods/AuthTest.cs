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

    private static JsonObject Answer(SlackRequest request)
    {
        if (request.Grant?.Enterprise is { } enterprise) return Answer(request, enterprise);
        var json = new JsonObject
        {
            ["url"] = $"https://{request.Workspace.Domain}.slack.com/",
            ["team"] = request.Workspace.Name,
            ["user"] = request.Workspace.Bot.Name,
            ["team_id"] = request.Workspace.Id,
            ["user_id"] = request.Workspace.Bot.Id,
            ["bot_id"] = request.Workspace.BotId,
            ["is_enterprise_install"] = false,
        };
        if (request.Workspace.Enterprise is { } ofTeam) json["enterprise_id"] = ofTeam.Id;
        return json;
    }

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
