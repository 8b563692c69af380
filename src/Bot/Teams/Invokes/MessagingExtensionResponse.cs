using System.Collections.Immutable;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>What a search found: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search#response-card-types-and-previews</summary>
public sealed record MessagingExtensionResponse(MessagingExtensionResponse.Result ComposeExtension)
{
    /// <summary>A list to pick from.</summary>
    public static MessagingExtensionResponse Of(ImmutableArray<Found> found) => new(new Result { Type = "result", AttachmentLayout = "list", Attachments = found });

    /// <summary>A sentence in place of the list.</summary>
    public static MessagingExtensionResponse Of(string sentence) => new(new Result { Type = "message", Text = sentence });

    public sealed record Result
    {
        /// <summary>result or message.</summary>
        public required string Type { get; init; }

        public string? AttachmentLayout { get; init; }

        public ImmutableArray<Found>? Attachments { get; init; }

        public string? Text { get; init; }
    }

    /// <summary>The card that goes into the chat, and what the list shows of it.</summary>
    public sealed record Found(AdaptiveCard Content, Found.PreviewOf Preview)
    {
        public string ContentType { get; } = Attachment.AdaptiveCardType;

        public sealed record PreviewOf(ThumbnailCard Content)
        {
            public string ContentType { get; } = "application/vnd.microsoft.card.thumbnail";
        }
    }

    /// <summary>https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference#thumbnail-card; the text is HTML.</summary>
    public sealed record ThumbnailCard(string Title, string Text);
}
