using System.Net;
using System.Text.Json;

using RelateBot.TestSupport.Slack.Methods;
namespace RelateBot.TestSupport.Slack;

/// <summary>Processes the bot's responses as Slack does.</summary>
internal sealed class SlackAnswerReader(SlackWorkspace workspace)
{
    private static readonly IReadOnlySet<string> known = SlackMethod.Taking(
        "text",
        "blocks",
        "attachments",
        "response_type",
        "replace_original",
        "delete_original",
        "mrkdwn",
        "metadata",
        "unfurl_links",
        "unfurl_media",
        "link_names",
        "parse");

    /// <summary>Returns null when there is nothing to show.</summary>
    public SlackMessage? ReadMessage(SlackReply reply, SlackUser user, SlackChannel channel, SlackResponseUrl url)
    {
        if (reply.Status is not HttpStatusCode.OK || reply.Body.Length is 0) return null;
        var values = reply.Json.ValueKind is JsonValueKind.Object
            ? reply.Json.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal)
            : new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["text"] = JsonSerializer.SerializeToElement(reply.Body) };
        if (values.Count is 0) return null;
        return Accept(reply, () =>
        {
            if (values.Keys.FirstOrDefault(k => !known.Contains(k)) is { } unknown)
                throw new SlackRefusal("invalid_payload", $"no such argument: {unknown}");
            var arguments = new SlackArguments(values);
            var inChannel = arguments.Text("response_type") is "in_channel";
            return url.Original = workspace.Messages.Put(MessageContent.Read(arguments, workspace).Onto(new SlackMessage
            {
                ChannelId = channel.Id,
                Ts = workspace.Clock.NextTs(),
                UserId = workspace.Bot.Id,
                BotId = workspace.BotId,
                EphemeralTo = inChannel ? null : user.Id,
            }));
        });
    }

    /// <summary>https://docs.slack.dev/surfaces/modals#updating_views</summary>
    public SlackReply ReadSubmission(SlackReply reply, SlackView view)
    {
        if (reply.Status is not HttpStatusCode.OK) return reply;
        if (reply.ResponseAction is not { } action)
        {
            if (reply.Json.ValueKind is JsonValueKind.Object && reply.Json.EnumerateObject().Any())
                throw Refused(reply, "missing response_action");
            workspace.Views.Close(view, all: false);
            return reply;
        }

        switch (action)
        {
            case "errors":
                return reply with { Errors = ReadErrors(reply, view) };
            case "clear":
                workspace.Views.Close(view, all: true);
                return reply;
            case "update":
                return reply with { View = workspace.Views.Update(view, ReadView(reply)) };
            case "push":
                return reply with { View = workspace.Views.Open(view.UserId, ReadView(reply), view) };
            default:
                throw Refused(reply, $"unknown response_action {action}");
        }
    }

    private static Dictionary<string, string> ReadErrors(SlackReply reply, SlackView view)
    {
        var inputs = view.Blocks
            .EnumerateArray()
            .Where(b => SlackAction.Text(b, "type") is "input")
            .Select(b => SlackAction.Text(b, "block_id"))
            .ToHashSet(StringComparer.Ordinal);
        var errors = reply.Json
            .GetProperty("errors")
            .EnumerateObject()
            .ToDictionary(e => e.Name, e => e.Value.GetString() ?? "", StringComparer.Ordinal);
        if (errors.Count is 0) throw Refused(reply, "errors is empty");
        if (errors.Keys.FirstOrDefault(k => !inputs.Contains(k)) is { } unknown) throw Refused(reply, $"the view has no input {unknown}");
        return errors.Values.All(e => e.Length > 0) ? errors : throw Refused(reply, "an error has no text");
    }

    private static InvalidOperationException Refused(SlackReply reply, string why) =>
        new($"Slack would refuse this answer ({why}): {reply.Body}");

    private static T Accept<T>(SlackReply reply, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SlackRefusal refusal)
        {
            throw new InvalidOperationException(Refused(reply, $"{refusal.Error} {string.Join("; ", refusal.Messages)}").Message, refusal);
        }
    }

    private JsonElement ReadView(SlackReply reply) =>
        Accept(reply, () => ViewContent.Checked(reply.Json.GetProperty("view"), "modal", workspace));
}
