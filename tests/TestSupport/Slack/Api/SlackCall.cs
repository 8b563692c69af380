using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>A call by the bot and its response.</summary>
public sealed class SlackCall
{
    /// <summary>The journal's name for a post to a response_url.</summary>
    public const string ResponseUrlMethod = "response_url";

    internal byte[] AnswerBytes { get; init; } = [];

    /// <summary>The call's number, from 1, in order of completion.</summary>
    public long Number { get; internal set; }

    public required string Method { get; init; }

    /// <summary>Null when the token belongs to no workspace.</summary>
    public string? TeamId { get; init; }

    /// <summary>Always an object. Form values are strings, unless they contain JSON.</summary>
    public required JsonElement Arguments { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>0 when the connection was dropped.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The fault that was planned for this call, if any.</summary>
    public SlackFault? Fault { get; init; }

    public bool Ok => Error is null && StatusCode is 200;

    public string? Error { get; init; }

    public JsonElement Answer => AnswerBytes.Length is 0 ? default : JsonElement.Parse(AnswerBytes);

    public string? Text(string argument) =>
        Arguments.TryGetProperty(argument, out var value)
            ? value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText()
            : null;

    public override string ToString() =>
        $"#{Number} {Method} {Shorten(Arguments.GetRawText())} -> {(StatusCode is 0 ? "cut" : Error ?? $"{StatusCode}")}";

    private static string Shorten(string text) => text.Length <= 300 ? text : text[..300] + "…";
}

internal sealed record SlackCallBody(Dictionary<string, JsonElement> Values)
{
    public bool IsJson { get; init; }

    public string? Warning { get; init; }

    public string? Error { get; init; }

    /// <summary>A form may contain the token as an argument.</summary>
    public string? TakeToken() => !IsJson && Values.Remove("token", out var token) ? token.GetString() : null;
}
