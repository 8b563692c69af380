using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack;

/// <summary>A Web API method of the stand-in. Slack documents it at https://docs.slack.dev/reference/methods/NAME.</summary>
internal sealed record SlackMethod
{
    public required string Name { get; init; }

    /// <summary>The known arguments. Others are refused.</summary>
    public required IReadOnlySet<string> Arguments { get; init; }

    /// <summary>The required argument that the method itself reports as missing. Null when there is none.</summary>
    public string? Required { get; init; }

    /// <summary>At least one of these scopes is needed. Empty when none is.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Slack's read methods ignore a JSON body.</summary>
    public bool TakesJson { get; init; }

    /// <summary>Slack's rate limit tier; 0 for a special limit.</summary>
    public required int Tier { get; init; }

    public required Func<SlackRequest, JsonObject> Answer { get; init; }

    public static IReadOnlySet<string> Taking(params string[] names) => new HashSet<string>(names, StringComparer.Ordinal);
}
