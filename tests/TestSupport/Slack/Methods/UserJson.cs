using System.Globalization;
using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

/// <summary>https://docs.slack.dev/reference/objects/user-object</summary>
internal static class UserJson
{
    public static JsonObject Of(SlackUser user, SlackRequest request) =>
        Of(user, request.Workspace, request.Has("users:read.email"), request.Arguments.Flag("include_locale"));

    public static JsonObject Of(SlackUser user, SlackWorkspace workspace, bool withEmail, bool withLocale)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id,
            ["team_id"] = user.TeamId,
            ["name"] = user.Name,
            ["deleted"] = user.Deleted,
            ["profile"] = Profile(user, workspace, withEmail),
            ["is_bot"] = user.IsBot,
            ["is_app_user"] = false,
            ["updated"] = user.Updated,
        };

        // Slack returns only this for deactivated users.
        if (user.Deleted) return json;
        json["color"] = "9f69e7";
        json["real_name"] = user.RealName;
        json["tz"] = user.TimeZone;
        json["tz_label"] = user.TimeZone;
        json["tz_offset"] = Offset(user, workspace);
        json["is_admin"] = user.IsAdmin;
        json["is_owner"] = user.IsOwner;
        json["is_primary_owner"] = false;
        json["is_restricted"] = user.IsRestricted || user.IsUltraRestricted;
        json["is_ultra_restricted"] = user.IsUltraRestricted;
        json["is_email_confirmed"] = user.Email is not null;
        if (user.IsStranger) json["is_stranger"] = true;
        if (user.IsWorkflowBot) json["is_workflow_bot"] = true;
        if (withLocale) json["locale"] = user.Locale;
        return json;
    }

    public static JsonObject Profile(SlackUser user, SlackWorkspace workspace, bool withEmail, bool withFields = false)
    {
        var names = user.RealName.Split(' ', 2);
        var json = new JsonObject
        {
            ["title"] = user.Title,
            ["phone"] = "",
            ["skype"] = "",
            ["real_name"] = user.RealName,
            ["real_name_normalized"] = user.RealName,
            ["display_name"] = user.DisplayName,
            ["display_name_normalized"] = user.DisplayName,
            ["status_text"] = "",
            ["status_emoji"] = "",
            ["status_expiration"] = 0,
            ["avatar_hash"] = "g0",
            ["first_name"] = names[0],
            ["last_name"] = names.Length > 1 ? names[1] : "",
            ["image_48"] = string.Create(CultureInfo.InvariantCulture, $"https://a.example.com/{user.Id}-48.png"),
            ["team"] = user.TeamId,
        };
        if (withEmail && user.Email is not null && !user.IsStranger && user.TeamId == workspace.Id) json["email"] = user.Email;
        if (user.Id == workspace.Bot.Id)
        {
            json["bot_id"] = workspace.BotId;
            json["api_app_id"] = workspace.StandIn.Options.AppId;
        }

        if (withFields)
            json["fields"] = new JsonObject(user.Fields.Select(f =>
                KeyValuePair.Create(f.Key, (JsonNode?)new JsonObject { ["value"] = f.Value, ["alt"] = "" })));
        return json;
    }

    private static int Offset(SlackUser user, SlackWorkspace workspace) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(user.TimeZone, out var zone) ? (int)zone.GetUtcOffset(workspace.Clock.Now).TotalSeconds : 0;
}
