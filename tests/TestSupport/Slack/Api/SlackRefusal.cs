namespace RelateBot.TestSupport.Slack;

/// <summary>A response with ok: false.</summary>
internal sealed class SlackRefusal(string error, params IReadOnlyList<string> messages) : Exception(error)
{
    public string Error => Message;

    /// <summary>Text for response_metadata.messages, without the "[ERROR] ".</summary>
    public IReadOnlyList<string> Messages => messages;

    /// <summary>Present with missing_scope.</summary>
    public (string Needed, string Provided)? Scope { get; init; }

    public static SlackRefusal MissingField(string name) => new("invalid_arguments", $"missing required field: {name}");

    public static SlackRefusal MissingScope(string needed, IEnumerable<string> provided) =>
        new("missing_scope") { Scope = (needed, string.Join(',', provided)) };
}
