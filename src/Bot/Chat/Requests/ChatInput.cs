using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Chat.Requests;

/// <summary>What a person did.</summary>
public abstract record ChatInput
{
    private ChatInput()
    {
    }

    /// <summary>Account ids of everybody whom the words mention.</summary>
    public IEnumerable<string> Mentioned() =>
        (this switch { Command command => command.Text.Spans, Message message => message.Text.Spans, _ => [] })
        .OfType<IncomingSpan.Mention>().Select(mention => mention.ExternalId);

    /// <summary>A command, <c>/thanks …</c>. <paramref name="Name"/>: without the slash, lower case.</summary>
    public sealed record Command(string Name, IncomingText Text) : ChatInput;

    /// <summary>A plain sentence to the bot; its first word may be a command's name.</summary>
    public sealed record Message(IncomingText Text) : ChatInput
    {
        /// <summary>True in the person's own chat with the bot, where nobody else is spoken to.</summary>
        public bool IsDirect { get; init; }
    }

    /// <summary>
    /// The bot was put into a place. <paramref name="InPersonalChat"/>: into somebody's own chat with it, else among several people.
    /// </summary>
    public sealed record Installed(bool InPersonalChat) : ChatInput;

    /// <summary>Something from the menu of a message, <paramref name="Post"/>.</summary>
    public sealed record Shortcut(string Name, ChatPost Post) : ChatInput;

    /// <summary>The thanks emoji was put on a message, or taken away again.</summary>
    public sealed record Reaction : ChatInput
    {
        /// <summary>The message and who reacted, in the platform's own words; at most 400 characters.</summary>
        public required string Key { get; init; }

        /// <summary>
        /// Which of the emoji's variants, such as a colour of skin; empty for the plain one. A person can put several on one message.
        /// </summary>
        public string Variant { get; init; } = "";

        /// <summary>False when it was taken away.</summary>
        public required bool IsAdded { get; init; }

        /// <summary>When, by the platform's clock: it may tell of the removal first.</summary>
        public required DateTimeOffset At { get; init; }

        /// <summary>True when the thanks may be read by everybody.</summary>
        public bool IsPublic { get; init; }

        /// <summary>The message; its author is known to be a colleague when the emoji was put there.</summary>
        public required ChatPost Post { get; init; }
    }

    /// <summary>An emoji of approval on a post of the bot's own that tells of this act.</summary>
    public sealed record Approval(Guid ActId) : ChatInput;

    /// <summary>Words to find help by, as they are being typed.</summary>
    public sealed record Search(string Words) : ChatInput;

    /// <summary>Somebody looks at their home page.</summary>
    public sealed record Home : ChatInput;

    /// <summary>A tap on a <see cref="ChatButton"/>.</summary>
    public sealed record Action(string Name, string Value) : ChatInput;

    /// <summary>A <see cref="ChatForm"/> that was filled in. Answers by field name; a field without an answer may be missing.</summary>
    public sealed record Form(string Name, string State, ImmutableDictionary<string, ImmutableArray<string>> Answers) : ChatInput
    {
        /// <summary>All answers of a field.</summary>
        public ImmutableArray<string> All(string field) => Answers.GetValueOrDefault(field, []);

        /// <summary>A field's first answer, or an empty string.</summary>
        public string One(string field) => All(field) is [var first, ..] ? first : "";

        /// <summary>A field's first answer as a day; null when it is none.</summary>
        public DateOnly? Day(string field) =>
            DateOnly.TryParseExact(One(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}

/// <summary>A message that somebody else wrote on the platform and that a request is about.</summary>
public sealed record ChatPost
{
    /// <summary>The author's account id; null when the platform names none.</summary>
    public string? AuthorId { get; init; }

    /// <summary>True when a program wrote it.</summary>
    public bool IsFromProgram { get; init; }

    /// <summary>True when its author belongs to another organisation.</summary>
    public bool IsFromStranger { get; init; }

    /// <summary>Its beginning, as plain words; may be empty.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>Its web address, for those who may read it; null when the platform tells none.</summary>
    public string? Link { get; init; }
}
