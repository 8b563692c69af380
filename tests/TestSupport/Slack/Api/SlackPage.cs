using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack;

/// <summary>https://docs.slack.dev/apis/web-api/pagination</summary>
internal sealed record SlackPage<T>(IReadOnlyList<T> Items, string NextCursor)
{
    public JsonObject Metadata => new() { ["next_cursor"] = NextCursor };

    public static SlackPage<T> Of(IReadOnlyList<T> all, SlackArguments arguments, int otherwise, int most = 1000)
    {
        var limit = arguments.Number("limit", otherwise);
        if (limit is < 1 || limit > most) throw new SlackRefusal("invalid_limit");
        var from = arguments.Text("cursor") is { } cursor ? Read(cursor) : 0;
        var next = from + limit < all.Count ? Write(from + limit) : "";
        return new SlackPage<T>([.. all.Skip(from).Take(limit)], next);
    }

    private static string Write(int from) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"next:{from}")));

    private static int Read(string cursor)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]) is var text && text.StartsWith("next:", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var from)) return from;
        throw new SlackRefusal("invalid_cursor");
    }
}
