using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

/// <summary>https://docs.slack.dev/reference/objects/conversation-object</summary>
internal static class ChannelJson
{
    public static JsonObject Of(SlackChannel channel)
    {
        var json = new JsonObject
        {
            ["id"] = channel.Id,
            ["created"] = 1,
            ["is_archived"] = channel.IsArchived,
            ["is_im"] = channel.IsDirectMessage,
            ["is_org_shared"] = false,
            ["context_team_id"] = channel.TeamId
        };
        if (channel.DirectMessageWith is { } user)
        {
            json["user"] = user;
            json["is_open"] = true;
            return json;
        }

        json["name"] = channel.Name;
        json["name_normalized"] = channel.Name;
        json["is_channel"] = !channel.IsPrivate;
        json["is_group"] = channel.IsPrivate;
        json["is_mpim"] = channel.IsGroupMessage;
        json["is_private"] = channel.IsPrivate;
        json["is_general"] = channel.Name is "general";
        json["is_shared"] = channel.IsShared;
        json["is_ext_shared"] = channel.IsShared;
        json["is_member"] = channel.IsMember;
        json["topic"] = new JsonObject { ["value"] = "", ["creator"] = "", ["last_set"] = 0 };
        json["purpose"] = new JsonObject { ["value"] = "", ["creator"] = "", ["last_set"] = 0 };
        json["previous_names"] = new JsonArray();
        return json;
    }
}
