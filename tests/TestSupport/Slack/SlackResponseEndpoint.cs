using System.Text.Json;
using Microsoft.AspNetCore.Http;

using RelateBot.TestSupport.Slack.Methods;
namespace RelateBot.TestSupport.Slack;

/// <summary>Receives posts to a response_url. Slack returns 404 for a used or expired one.</summary>
internal sealed class SlackResponseEndpoint(SlackStandIn standIn)
{
    private static readonly IReadOnlySet<string> known = SlackMethod.Taking(
        "text", "blocks", "attachments", "response_type", "replace_original", "delete_original", "thread_ts", "mrkdwn", "metadata",
        "unfurl_links", "unfurl_media", "link_names", "parse");

    public async Task HandleAsync(HttpContext context, string id)
    {
        var body = await SlackArgumentReader.ReadAsync(context.Request);
        var url = standIn.Workspaces.Select(w => w.ResponseUrls.Find(id)).FirstOrDefault(u => u is not null);
        var arguments = new SlackArguments(body.Values);
        var exchange = new SlackExchange(context, standIn, SlackCall.ResponseUrlMethod, url?.Workspace.Id, arguments.ToJson());
        if (!await exchange.MeetFaultBeforeAsync()) return;
        try
        {
            if (url is null) throw new SlackRefusal("expired_url");
            if (body.Error is not null || !body.IsJson) throw new SlackRefusal("invalid_payload");
            lock (url.Workspace.Gate) Take(url, arguments);
            await exchange.AnswerAsync("{\"ok\":true}"u8.ToArray(), error: null);
        }
        catch (SlackRefusal refusal)
        {
            var status = refusal.Error is "used_url" or "expired_url" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
            await exchange.AnswerAsync(JsonSerializer.SerializeToUtf8Bytes(SlackAnswers.Refusal(refusal)), refusal.Error, status);
        }
    }

    private static void Take(SlackResponseUrl url, SlackArguments arguments)
    {
        var workspace = url.Workspace;
        if (workspace.Clock.Now - url.MintedAt > SlackResponseUrl.Lifetime) throw new SlackRefusal("expired_url");
        if (url.Posts.Count >= SlackResponseUrl.MostUses) throw new SlackRefusal("used_url");
        var unknown = arguments.Values.Keys.Where(k => !known.Contains(k)).Select(k => $"no such argument: {k}").ToList();
        if (unknown.Count > 0) throw new SlackRefusal("invalid_payload", unknown);

        var original = url.Original is null ? null : workspace.Messages.Newest(url.Original);
        if (arguments.Flag("delete_original"))
        {
            if (original is null) throw new SlackRefusal("message_not_found");
            workspace.Messages.Put(original with { Deleted = true });
        }
        else
        {
            var content = MessageContent.Read(arguments, workspace);
            var replaced = arguments.Flag("replace_original") ? original ?? throw new SlackRefusal("message_not_found") : null;
            var posted = workspace.Messages.Put(content.Onto(replaced ?? New(url, arguments)));
            url.Original ??= posted;
        }

        url.Add(arguments.ToJson());
    }

    private static SlackMessage New(SlackResponseUrl url, SlackArguments arguments) => new()
    {
        ChannelId = url.ChannelId,
        Ts = url.Workspace.Clock.NextTs(),
        UserId = url.Workspace.Bot.Id,
        BotId = url.Workspace.BotId,
        ThreadTs = arguments.Text("thread_ts"),
        EphemeralTo = arguments.Text("response_type") switch
        {
            null or "ephemeral" => url.UserId,
            "in_channel" => null,
            _ => throw new SlackRefusal("invalid_payload", "must be ephemeral or in_channel [json-pointer:/response_type]"),
        },
    };
}
