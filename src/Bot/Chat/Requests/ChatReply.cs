using System.Collections.Frozen;
using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Chat.Requests;

/// <summary>What a command answers to the person who gave it; nobody else sees it.</summary>
public abstract record ChatReply
{
    private ChatReply()
    {
    }

    /// <summary>Nothing to say.</summary>
    public sealed record Nothing : ChatReply
    {
        /// <summary>True when what is said elsewhere is a refusal; see <see cref="Answer.IsRefusal"/>.</summary>
        public bool IsAfterRefusal { get; init; }
    }

    /// <summary>
    /// A message only this person sees. <paramref name="ReplacesOriginal"/>: in place of the message whose button was tapped.
    /// </summary>
    public sealed record Answer(ChatMessage Message, bool ReplacesOriginal = false) : ChatReply
    {
        /// <summary>True when nothing was recorded and the same words may come again, changed: nobody should have to type them twice.</summary>
        public bool IsRefusal { get; init; }

        /// <summary>Account ids, in the workspace of the request, of the people whom it mentions; filled in by the seam.</summary>
        public FrozenDictionary<Guid, string> Accounts { get; init; } = FrozenDictionary<Guid, string>.Empty;
    }

    /// <summary>This person's home page shows it from now on.</summary>
    public sealed record ShowHome(ChatHome Home) : ChatReply
    {
        /// <summary>Account ids, in the workspace of the request, of the people whom it mentions; filled in by the seam.</summary>
        public FrozenDictionary<Guid, string> Accounts { get; init; } = FrozenDictionary<Guid, string>.Empty;
    }

    /// <summary>What a search found, best first.</summary>
    public sealed record Found(ImmutableArray<ChatSearchResult> Items) : ChatReply;

    /// <summary>A form for this person.</summary>
    public sealed record OpenForm(ChatForm Form) : ChatReply;

    /// <summary>The form stays open; a sentence for each input at fault, by its name.</summary>
    public sealed record FormErrors(ImmutableDictionary<string, string> Errors) : ChatReply;
}
