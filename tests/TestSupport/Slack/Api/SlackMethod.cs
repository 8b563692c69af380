using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// What the stand-in knows about one Web API method; the link to Slack's page is https://docs.slack.dev/reference/methods/NAME.
/// </summary>
internal sealed record SlackMethod
{
    public required string Name { get; init; }

    /// <summary>Any other argument is refused.</summary>
    public required IReadOnlySet<string> Arguments { get; init; }

    /// <summary>The argument whose absence the method itself reports; null when it needs none.</summary>
    public string? Required { get; init; }

    /// <summary>One of these is needed; empty: none is.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Slack's read methods do not see a JSON body.</summary>
    public bool TakesJson { get; init; }

    /// <summary>Slack's rate limit tier; 0 for the special ones.</summary>
    public required int Tier { get; init; }

    public required Func<SlackRequest, JsonObject> Answer { get; init; }

    public static IReadOnlySet<string> Taking(params string[] names) => new HashSet<string>(names, StringComparer.Ordinal);
}
