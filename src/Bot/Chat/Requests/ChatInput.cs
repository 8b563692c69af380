using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Chat.Requests;

/// <summary>Something that a person did on a platform.</summary>
public abstract record ChatInput
{
    private ChatInput()
    {
    }

    /// <summary>Returns the account ids of everyone mentioned in the text.</summary>
    public IEnumerable<string> Mentioned() =>
        (this switch { Command command => command.Text.Spans, Message message => message.Text.Spans, _ => [] })
        .OfType<IncomingSpan.Mention>().Select(mention => mention.ExternalId);

    /// <summary>A command, <c>/thanks …</c>. <paramref name="Name"/> is lower case, without the slash.</summary>
    public sealed record Command(string Name, IncomingText Text) : ChatInput;

    /// <summary>A plain sentence to the bot. Its first word may be a command's name.</summary>
    public sealed record Message(IncomingText Text) : ChatInput;

    /// <summary>
    /// The bot was added to a chat. <paramref name="InPersonalChat"/>: true for one person's own chat with the bot, false for a chat of
    /// several people.
    /// </summary>
    public sealed record Installed(bool InPersonalChat) : ChatInput;

    /// <summary>An entry of the menu of a message; <paramref name="Post"/> is that message.</summary>
    public sealed record Shortcut(string Name, ChatPost Post) : ChatInput;

    /// <summary>The thanks emoji was added to a message or removed from it.</summary>
    public sealed record Reaction : ChatInput
    {
        /// <summary>Identifies the message and the person who reacted; at most 400 characters.</summary>
        public required string Key { get; init; }

        /// <summary>False when the emoji was removed.</summary>
        public required bool IsAdded { get; init; }

        /// <summary>When it happened, by the platform's clock (UTC). The platform may report the removal first.</summary>
        public required DateTimeOffset At { get; init; }

        /// <summary>True when everyone may read the thanks.</summary>
        public bool IsPublic { get; init; }

        /// <summary>The message. When the emoji was added, its author is known to be a colleague.</summary>
        public required ChatPost Post { get; init; }
    }

    /// <summary>An emoji of approval on one of the bot's own posts, which is about this act.</summary>
    public sealed record Approval(Guid ActId) : ChatInput;

    /// <summary>A search for help, while the words are being typed.</summary>
    public sealed record Search(string Words) : ChatInput;

    /// <summary>A person opened their home page.</summary>
    public sealed record Home : ChatInput;

    /// <summary>A tap on a <see cref="ChatButton"/>.</summary>
    public sealed record Action(string Name, string Value) : ChatInput;

    /// <summary>
    /// A <see cref="ChatForm"/> that was submitted. Answers are stored by field name. A field without an answer may be missing.
    /// </summary>
    public sealed record Form(string Name, string State, ImmutableDictionary<string, ImmutableArray<string>> Answers) : ChatInput
    {
        /// <summary>Returns all answers of a field.</summary>
        public ImmutableArray<string> All(string field) => Answers.GetValueOrDefault(field, []);

        /// <summary>Returns a field's first answer, or an empty string.</summary>
        public string One(string field) => All(field) is [var first, ..] ? first : "";

        /// <summary>Returns a field's first answer as a day; null when it isn't one.</summary>
        public DateOnly? Day(string field) =>
            DateOnly.TryParseExact(One(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}

/// <summary>A message on the platform that a request is about.</summary>
public sealed record ChatPost
{
    /// <summary>The author's account id; null when the platform doesn't name one.</summary>
    public string? AuthorId { get; init; }

    /// <summary>True when a bot wrote it.</summary>
    public bool IsFromProgram { get; init; }

    /// <summary>True when the author belongs to another organisation.</summary>
    public bool IsFromStranger { get; init; }

    /// <summary>The beginning of the message as plain text; may be empty.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>The message's web address, for people who may read it; null when the platform doesn't provide one.</summary>
    public string? Link { get; init; }
}
