using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Teams;

/// <summary>An activity to send to the bot.</summary>
public sealed record TeamsActivity
{
    public required string Type { get; init; }

    public required string Id { get; init; }

    public required TeamsUser From { get; init; }

    public required TeamsConversation Place { get; init; }

    public string? Thread { get; init; }

    public required string ServiceUrl { get; init; }

    public required string BotId { get; init; }

    public required string TenantId { get; init; }

    public string ChannelId { get; init; } = "msteams";

    public string? Text { get; init; }

    public JsonArray? Entities { get; init; }

    public JsonNode? Value { get; init; }

    /// <summary>The name of an invoke.</summary>
    public string? Name { get; init; }

    public string? ReplyToId { get; init; }

    public string? Action { get; init; }

    public string? EventType { get; init; }

    public string[]? Added { get; init; }

    public string[]? Removed { get; init; }

    public string[]? ReactionsAdded { get; init; }

    public string[]? ReactionsRemoved { get; init; }

    public JsonObject ToJson()
    {
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } };
        if (Place.TeamId is { } team)
        {
            channelData["team"] = new JsonObject { ["id"] = team, ["name"] = "Engineering" };
            channelData["channel"] = new JsonObject { ["id"] = Place.Id, ["name"] = Type == "conversationUpdate" ? Place.Name : null };
        }

        if (EventType is not null) channelData["eventType"] = EventType;
        var json = new JsonObject
        {
            ["type"] = Type,
            ["id"] = Id,
            ["timestamp"] = "2026-11-22T02:51:16.846Z",
            ["channelId"] = ChannelId,
            ["serviceUrl"] = ServiceUrl,
            ["from"] = new JsonObject { ["id"] = From.Id, ["name"] = From.Name, ["aadObjectId"] = From.AadObjectId },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "RelateBot" },
            ["conversation"] = new JsonObject
            {
                ["conversationType"] = Place.Type,
                ["tenantId"] = TenantId,
                ["isGroup"] = Place.Type != "personal",
                ["id"] = Thread is null ? Place.Id : $"{Place.Id};messageid={Thread}",
            },
            ["channelData"] = channelData,
        };
        if (Text is not null)
        {
            json["text"] = Text;
            json["textFormat"] = "plain";

            // Teams also sends the text as HTML.
            json["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{Text}</p>" });
        }

        if (Entities is not null) json["entities"] = Entities.DeepClone();
        if (Value is not null) json["value"] = Value.DeepClone();
        if (Name is not null) json["name"] = Name;
        if (ReplyToId is not null) json["replyToId"] = ReplyToId;
        if (Action is not null) json["action"] = Action;
        if (Added is not null) json["membersAdded"] = new JsonArray([.. Added.Select(id => new JsonObject { ["id"] = id })]);
        if (Removed is not null) json["membersRemoved"] = new JsonArray([.. Removed.Select(id => new JsonObject { ["id"] = id })]);
        if (ReactionsAdded is not null)
            json["reactionsAdded"] = new JsonArray([.. ReactionsAdded.Select(type => new JsonObject { ["type"] = type })]);
        if (ReactionsRemoved is not null)
            json["reactionsRemoved"] = new JsonArray([.. ReactionsRemoved.Select(type => new JsonObject { ["type"] = type })]);
        return json;
    }
}
