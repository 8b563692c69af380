using System.Collections.Immutable;

namespace RelateBot.Bot.Chat;

/// <summary>What a person did.</summary>
public abstract record ChatInput
{
    private ChatInput()
    {
    }

    /// <summary>Account ids of everybody whom the words mention.</summary>
    public IEnumerable<string> Mentioned() => (this switch { Command command => command.Text.Spans, Message message => message.Text.Spans, _ => [] })
        .OfType<IncomingSpan.Mention>().Select(mention => mention.ExternalId);

    /// <summary>A command, <c>/thanks …</c>. <paramref name="Name"/>: without the slash, lower case.</summary>
    public sealed record Command(string Name, IncomingText Text) : ChatInput;

    /// <summary>A plain sentence to the bot; its first word may be a command's name.</summary>
    public sealed record Message(IncomingText Text) : ChatInput;

    /// <summary>The bot was put into a place. <paramref name="InPersonalChat"/>: into somebody's own chat with it, else among several people.</summary>
    public sealed record Installed(bool InPersonalChat) : ChatInput;

    /// <summary>A tap on a <see cref="ChatButton"/>.</summary>
    public sealed record Action(string Name, string Value) : ChatInput;

    /// <summary>A <see cref="ChatForm"/> that was filled in. Answers by field name; a field without an answer may be missing.</summary>
    public sealed record Form(string Name, string State, ImmutableDictionary<string, ImmutableArray<string>> Answers) : ChatInput
    {
        /// <summary>All answers of a field.</summary>
        public ImmutableArray<string> All(string field) => Answers.GetValueOrDefault(field, []);

        /// <summary>A field's first answer, or an empty string.</summary>
        public string One(string field) => All(field) is [var first, ..] ? first : "";
    }
}
