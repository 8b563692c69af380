using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Teams;

/// <summary>Sends activities to the bot as Teams does, with a token, in the format of the Agents Playground's samples.</summary>
public sealed class TeamsCaller(TeamsStandIn standIn, HttpClient bot)
{
    /// <summary>Sends a sentence. <c>{bot}</c> and names in braces become mentions.</summary>
    public Task<HttpResponseMessage> SayAsync(
        TeamsUser user,
        TeamsConversation place,
        string text,
        string? id = null,
        string? thread = null,
        params TeamsUser[] mentions)
    {
        var entities = new JsonArray();
        foreach (var (brace, account, name) in mentions
            .Select(mention => ($"{{{mention.Name}}}", mention.Id, mention.Name))
            .Append(("{bot}", standIn.BotId, "RelateBot")))
        {
            if (!text.Contains(brace, StringComparison.Ordinal)) continue;
            text = text.Replace(brace, $"<at>{name}</at>", StringComparison.Ordinal);
            entities.Add(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = $"<at>{name}</at>",
                ["mentioned"] = new JsonObject { ["id"] = account, ["name"] = name }
            });
        }

        // Teams lists mentions in the order of the text.
        var ordered = new JsonArray([.. entities
            .OrderBy(entity => text.IndexOf((string)entity!["text"]!, StringComparison.Ordinal))
            .Select(entity => entity!.DeepClone())]);
        return PostAsync(Activity("message", user, place, id, thread) with { Text = text, Entities = ordered });
    }

    /// <summary>Submits a card's button: its data and the inputs.</summary>
    public Task<HttpResponseMessage> SubmitAsync(
        TeamsUser user,
        TeamsMessage message,
        string title,
        string? id = null,
        params (string Name, string Value)[] inputs)
    {
        var value = JsonNode.Parse(message.DataOf(title).GetRawText())!.AsObject();
        foreach (var (name, answer) in inputs) value[name] = answer;
        var place = standIn.Tenant.FindConversation(message.Conversation)!;
        var thread = message.Conversation.Split(";messageid=") is [_, var root] ? root : null;
        return PostAsync(Activity("message", user, place, id, thread) with { Value = value, ReplyToId = message.Id });
    }

    /// <summary>Submits it as Action.Execute does: an invoke, whose response changes the card.</summary>
    public Task<HttpResponseMessage> ExecuteAsync(
        TeamsUser user,
        TeamsMessage message,
        string title,
        params (string Name, string Value)[] inputs)
    {
        var data = JsonNode.Parse(message.DataOf(title).GetRawText())!.AsObject();
        foreach (var (name, answer) in inputs) data[name] = answer;
        var action = new JsonObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = "unused", ["data"] = data };
        return InvokeAsync(
            user,
            standIn.Tenant.FindConversation(message.Conversation)!,
            "adaptiveCard/action",
            new JsonObject { ["action"] = action },
            message.Id);
    }

    /// <summary>Reacts to a message of the bot with an emoji.</summary>
    public Task<HttpResponseMessage> ReactAsync(TeamsUser user, TeamsMessage message, string? added = null, string? removed = null) =>
        PostAsync(
        Activity(
            "messageReaction",
            user,
            standIn.Tenant.FindConversation(message.Conversation)!,
            thread: message.Conversation.Split(";messageid=") is [_, var root] ? root : null) with
        {
            ReactionsAdded = added is null ? null : [added],
            ReactionsRemoved = removed is null ? null : [removed],
            ReplyToId = message.Id,
        });

    /// <summary>A person's client requests their view of a card.</summary>
    public Task<HttpResponseMessage> RefreshAsync(TeamsUser user, TeamsMessage message) => InvokeAsync(
        user, standIn.Tenant.FindConversation(message.Conversation)!, "adaptiveCard/action",
        new JsonObject
        {
            ["action"] = JsonNode.Parse(message.Card.GetProperty("refresh").GetProperty("action").GetRawText()),
            ["trigger"] = "automatic"
        }, message.Id);

    public Task<HttpResponseMessage> InvokeAsync(
        TeamsUser user,
        TeamsConversation place,
        string name,
        JsonObject value,
        string? card = null) =>
        PostAsync(Activity("invoke", user, place) with { Name = name, Value = value, ReplyToId = card });

    public Task<HttpResponseMessage> InstallAsync(TeamsUser user, TeamsConversation place, string action = "add", string? id = null) =>
        PostAsync(Activity("installationUpdate", user, place, id) with { Action = action });

    public Task<HttpResponseMessage> UpdateConversationAsync(
        TeamsUser user,
        TeamsConversation place,
        string? eventType = null,
        string[]? added = null,
        string[]? removed = null) =>
        PostAsync(Activity("conversationUpdate", user, place) with { EventType = eventType, Added = added, Removed = removed });

    /// <summary>Sends any activity with a valid token or the given one. An empty token sends no Authorization header.</summary>
    public async Task<HttpResponseMessage> PostAsync(TeamsActivity activity, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity.ToJson()) };
        token ??= TeamsIssuer.Sign(standIn.Issuer.Describe(standIn.AppId, activity.ServiceUrl));
        if (token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await bot.SendAsync(request);
    }

    public TeamsActivity Activity(string type, TeamsUser user, TeamsConversation place, string? id = null, string? thread = null) => new()
    {
        Type = type,
        Id = id ?? $"activity-{standIn.Tenant.NextId()}",
        From = user,
        Place = place,
        Thread = thread,
        ServiceUrl = standIn.ServiceUrl,
        BotId = standIn.BotId,
        TenantId = standIn.Tenant.Id,
    };
}
