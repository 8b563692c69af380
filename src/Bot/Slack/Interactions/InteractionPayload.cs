using System.Collections.Immutable;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Text;
using RelateBot.Domain;

namespace RelateBot.Bot.Slack.Interactions;

/// <summary>A tap, a submitted or closed modal, or a shortcut: https://docs.slack.dev/reference/interaction-payloads</summary>
public sealed record InteractionPayload
{
    public required string Type { get; init; }

    public TeamOf? Team { get; init; }

    /// <summary>Present on Enterprise Grid, where colleagues can be in any of its teams.</summary>
    public EnterpriseOf? Enterprise { get; init; }

    public required UserOf User { get; init; }

    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }

    public ChannelOf? Channel { get; init; }

    public ContainerOf? Container { get; init; }

    /// <summary>Present in block_actions.</summary>
    public ImmutableArray<ActionOf>? Actions { get; init; }

    /// <summary>Present in view_submission.</summary>
    public SubmittedView? View { get; init; }

    /// <summary>Present in shortcuts.</summary>
    public string? CallbackId { get; init; }

    /// <summary>Present in message_action.</summary>
    public ActedOnMessage? Message { get; init; }

    /// <summary>Our team's id when people of other teams are strangers. Null on Enterprise Grid.</summary>
    public string? OnlyTeam => Enterprise is null ? Team?.Id : null;

    public bool IsByStranger => OnlyTeam is { } team && User.TeamId is { } own && own != team;

    public sealed record TeamOf(string Id);

    public sealed record EnterpriseOf(string? Id = null);

    public sealed record UserOf(string Id, string? Username = null, string? Name = null, string? TeamId = null);

    public sealed record ChannelOf(string Id);

    public sealed record ContainerOf(string? Type = null, string? ThreadTs = null);

    public sealed record ActionOf(string Type, string ActionId, string? Value = null);
}

/// <summary>
/// The message on which the shortcut was used: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
/// </summary>
public sealed record ActedOnMessage
{
    private const int LongestExcerpt = 150;

    public string? User { get; init; }

    /// <summary>Set when a bot wrote the message.</summary>
    public string? BotId { get; init; }

    public string? Subtype { get; init; }

    public string? Text { get; init; }

    public string? Ts { get; init; }

    /// <summary>The author's team.</summary>
    public string? Team { get; init; }

    public string? UserTeam { get; init; }

    public string? SourceTeam { get; init; }

    /// <summary>
    /// Converts the message to a platform-neutral one. <paramref name="teamId"/>: our team, when people of other teams are strangers.
    /// </summary>
    public ChatPost ToPost(string? teamId) => new()
    {
        AuthorId = User,
        IsFromProgram = BotId is not null || Subtype == "bot_message" || User is null,
        IsFromStranger = teamId is not null && (UserTeam ?? SourceTeam ?? Team) is { } team && team != teamId,
        Excerpt = Excerpt(),
    };

    private string Excerpt()
    {
        var words = string.Concat(SlackText.Read(Text ?? "").Spans.Select(span => span switch
        {
            IncomingSpan.Words plain => plain.Text,
            IncomingSpan.Mention { Name: { } name } => $"@{name}",
            _ => "@…",
        })).ReplaceLineEndings(" ").Trim();
        return words.Excerpt(LongestExcerpt);
    }
}

/// <summary>A submitted or closed modal: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload</summary>
public sealed record SubmittedView
{
    public required string Id { get; init; }

    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public string? Type { get; init; }

    public string? Hash { get; init; }

    public string CallbackId { get; init; } = "";

    public string? PrivateMetadata { get; init; }

    public StateOf? State { get; init; }

    /// <summary>Returns the answers by block name, which is the field's name.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> ReadAnswers() => State?.Values is not { } values
        ? ImmutableDictionary<string, ImmutableArray<string>>.Empty
        : values.ToImmutableDictionary(
            block => block.Key,
            block => block.Value?.Values.SelectMany(Read).ToImmutableArray() ?? [],
            StringComparer.Ordinal);

    private static IEnumerable<string> Read(ValueOf? answer) => answer switch
    {
        { SelectedUsers: { } users } => users.OfType<string>().Where(user => SlackId.AreValid(user)),
        { SelectedOptions: { } options } => options.OfType<OptionOf>().Select(option => option.Value),
        { SelectedOption: { } option } => [option.Value],
        { SelectedDate: { } day } => [day],
        { Value: { } words } => [words],
        _ => [],
    };

    /// <summary>Values by block_id, then by action_id.</summary>
    public sealed record StateOf(ImmutableDictionary<string, ImmutableDictionary<string, ValueOf?>?>? Values = null);

    public sealed record ValueOf(
        string? Value = null,
        IReadOnlyList<string?>? SelectedUsers = null,
        OptionOf? SelectedOption = null,
        IReadOnlyList<OptionOf?>? SelectedOptions = null,
        string? SelectedDate = null);

    public sealed record OptionOf(string Value);
}

/// <summary>Keeps the modal open and shows its errors: https://docs.slack.dev/surfaces/modals#displaying_errors</summary>
public sealed record ResponseActionErrors(ImmutableDictionary<string, string> Errors)
{
    public string ResponseAction { get; } = "errors";
}
