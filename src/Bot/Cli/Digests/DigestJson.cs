using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Cli.Digests;

/// <summary>
/// Writes a digest as JSON for programs. A figure is a number, or "few" when it covers too few people. docs/operations.md describes the
/// format.
/// </summary>
internal static class DigestJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public static string Write(Digest digest) => new JsonObject
    {
        ["organisation"] = digest.Organisation,
        ["from"] = $"{digest.Period.From:O}",
        ["to"] = $"{digest.Period.To:O}",
        ["flows"] = Array(digest.Flows, flow => new JsonObject
        {
            ["from"] = flow.From,
            ["to"] = flow.To,
            ["helps"] = Figure(flow.Sum, sum => sum.Helps),
            ["thanks"] = Figure(flow.Sum, sum => sum.Thanks),
            ["kudos"] = Figure(flow.Sum, sum => sum.Kudos),
            ["asks"] = Figure(flow.Sum, sum => sum.Asks),
        }),
        ["bridges"] = Array(digest.Bridges, bridge => new JsonObject
        {
            ["between"] = new JsonArray(bridge.One.Name, bridge.Other.Name),
            ["helps"] = new JsonArray(bridge.There, bridge.Back),
            ["state"] = bridge.State switch { BridgeState.New => "new", BridgeState.Fading => "fading", _ => "steady" },
        }),
        ["oneWayStreets"] = Array(digest.OneWayStreets, street => new JsonObject
        {
            ["from"] = street.From.Name, ["to"] = street.To.Name, ["helps"] = street.Helps, ["back"] = street.Back,
        }),
        ["thankRate"] = Share(digest.Totals.ThankRate),
        ["reciprocity"] = Share(digest.Reciprocity),
        ["unsung"] = new JsonArray(
        [
            .. digest.UnsungDepartments.Select(unsung =>
                new JsonObject { ["department"] = unsung.Department.Name, ["helps"] = unsung.Helps, ["thanked"] = unsung.Thanked }),
            .. digest.UnsungPeople.Select(person => new JsonObject { ["person"] = person.Name }),
        ]),
        ["unansweredAsks"] = Array(digest.Unanswered, ask => new JsonObject
        {
            ["askedOn"] = $"{ask.AskedOn:O}", ["from"] = ask.From?.Name, ["to"] = ask.To?.Name, ["topic"] = ask.Topic, ["text"] = ask.Text,
        }),
    }.ToJsonString(Readable);

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);

    private static JsonValue Figure(FlowSum? sum, Func<FlowSum, int> of) =>
        sum is null ? JsonValue.Create("few") : JsonValue.Create(of(sum));

    private static JsonValue? Share(double? share) => share is { } known ? JsonValue.Create(Math.Round(known, 4)) : null;
}
