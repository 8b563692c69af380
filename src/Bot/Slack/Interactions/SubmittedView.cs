using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.Interactions;

/// <summary>A modal as it comes back: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload</summary>
public sealed record SubmittedView
{
    public required string Id { get; init; }

    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public string? Type { get; init; }

    public string? Hash { get; init; }

    public string CallbackId { get; init; } = "";

    public string? PrivateMetadata { get; init; }

    public StateOf? State { get; init; }

    /// <summary>Answers by the name of the block, which is the field's.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> ReadAnswers() => State?.Values is not { } values
        ? ImmutableDictionary<string, ImmutableArray<string>>.Empty
        : values.ToImmutableDictionary(block => block.Key, block => block.Value?.Values.SelectMany(Read).ToImmutableArray() ?? [], StringComparer.Ordinal);

    private static IEnumerable<string> Read(ValueOf? answer) => answer switch
    {
        { SelectedUsers: { } users } => users.OfType<string>().Where(user => SlackId.AllFit(user)),
        { SelectedOptions: { } options } => options.OfType<OptionOf>().Select(option => option.Value),
        { SelectedOption: { } option } => [option.Value],
        { SelectedDate: { } day } => [day],
        { Value: { } words } => [words],
        _ => [],
    };

    /// <summary>Values by block_id, then by action_id.</summary>
    public sealed record StateOf(ImmutableDictionary<string, ImmutableDictionary<string, ValueOf?>?>? Values = null);

    public sealed record ValueOf(
        string? Value = null, IReadOnlyList<string?>? SelectedUsers = null, OptionOf? SelectedOption = null, IReadOnlyList<OptionOf?>? SelectedOptions = null, string? SelectedDate = null);

    public sealed record OptionOf(string Value);
}
