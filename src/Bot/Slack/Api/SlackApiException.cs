namespace RelateBot.Bot.Slack.Api;

/// <summary>Slack answered <c>ok: false</c>.</summary>
public sealed class SlackApiException(string method, string error, IReadOnlyList<string> messages)
    : Exception(messages.Count == 0 ? $"{method}: {error}" : $"{method}: {error} ({string.Join("; ", messages)})")
{
    /// <summary>The method that was called.</summary>
    public string Method { get; } = method;

    /// <summary>Slack's code, for example <c>channel_not_found</c>.</summary>
    public string Error { get; } = error;

    /// <summary>What Slack explained in <c>response_metadata.messages</c>.</summary>
    public IReadOnlyList<string> Messages { get; } = messages;
}
