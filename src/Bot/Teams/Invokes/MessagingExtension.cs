using System.Collections.Immutable;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Teams.Activities;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>
/// https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search#respond-to-user-requests
/// </summary>
/// <param name="CommandId">The command's id in the manifest.</param>
/// <param name="Parameters">The text typed so far. Before anything is typed, only <c>initialRun</c>.</param>
public sealed record MessagingExtensionQuery(string? CommandId, ImmutableArray<MessagingExtensionQuery.Parameter>? Parameters)
{
    public sealed record Parameter(string? Name, string? Value);
}

/// <summary>
/// https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module#payload-properties-when-a-dialog-is-invoked-from-a-message
/// </summary>
/// <param name="CommandId">The command's id in the manifest.</param>
/// <param name="MessagePayload">The message in whose menu the command was chosen, if any.</param>
public sealed record MessagingExtensionAction(string? CommandId, MessagePayload? MessagePayload);

/// <summary>
/// The result of a search:
/// https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search#response-card-types-and-previews
/// </summary>
public sealed record MessagingExtensionResponse(MessagingExtensionResponse.Result ComposeExtension)
{
    /// <summary>Returns a list of results.</summary>
    public static MessagingExtensionResponse Of(ImmutableArray<Found> found) =>
        new(new Result { Type = "result", AttachmentLayout = "list", Attachments = found });

    /// <summary>Returns a sentence instead of the list.</summary>
    public static MessagingExtensionResponse Of(string sentence) => new(new Result { Type = "message", Text = sentence });

    public sealed record Result
    {
        /// <summary>result or message.</summary>
        public required string Type { get; init; }

        public string? AttachmentLayout { get; init; }

        public ImmutableArray<Found>? Attachments { get; init; }

        public string? Text { get; init; }
    }

    /// <summary>The card that is inserted into the chat, and its preview in the list.</summary>
    public sealed record Found(AdaptiveCard Content, Found.PreviewOf Preview)
    {
        public string ContentType { get; } = Attachment.AdaptiveCardType;

        public sealed record PreviewOf(ThumbnailCard Content)
        {
            public string ContentType { get; } = "application/vnd.microsoft.card.thumbnail";
        }
    }

    /// <summary>
    /// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference#thumbnail-card; its text is HTML.
    /// </summary>
    public sealed record ThumbnailCard(string Title, string Text);
}

/// <summary>A message in a message extension's request: https://learn.microsoft.com/graph/api/resources/chatmessage</summary>
public sealed record MessagePayload
{
    private const int LongestExcerpt = 150;

    public FromOf? From { get; init; }

    public BodyOf? Body { get; init; }

    public string? LinkToMessage { get; init; }

    /// <summary>Converts it to a platform-neutral message.</summary>
    public ChatPost ToPost(string? authorId) => new()
    {
        AuthorId = authorId,
        IsFromProgram = From is { Application: not null } or { User: null } or null,
        IsFromStranger = From?.User?.UserIdentityType is not (null or "aadUser" or "onPremiseAadUser"),
        Excerpt = Excerpt(),
        Link = LinkToMessage is { Length: > 0 } link ? link : null,
    };

    private string Excerpt()
    {
        var words = string
            .Concat(TeamsText
                .Read(new Activity { Type = "message", Text = Body?.Content }).Spans
                .OfType<IncomingSpan.Words>()
                .Select(span => span.Text))
            .ReplaceLineEndings(" ")
            .Trim();
        return words.Excerpt(LongestExcerpt);
    }

    /// <summary>The author: a person or an application.</summary>
    public sealed record FromOf(UserOf? User, ApplicationOf? Application);

    public sealed record UserOf(string? Id, string? DisplayName, string? UserIdentityType);

    public sealed record ApplicationOf(string? Id);

    /// <summary>The content as HTML or plain text.</summary>
    public sealed record BodyOf(string? ContentType, string? Content);
}
