using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

internal sealed record SlackCallBody(Dictionary<string, JsonElement> Values)
{
    public bool IsJson { get; init; }

    public string? Warning { get; init; }

    public string? Error { get; init; }

    /// <summary>A form may carry the token as an argument.</summary>
    public string? TakeToken() => !IsJson && Values.Remove("token", out var token) ? token.GetString() : null;
}
