using System.Collections.Frozen;
using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Chat.Requests;

/// <summary>The answer to a request. Only the person who made the request sees it.</summary>
public abstract record ChatReply
{
    private ChatReply()
    {
    }

    /// <summary>No answer.</summary>
    public sealed record Nothing : ChatReply;

    /// <summary>
    /// A message that only this person sees. <paramref name="ReplacesOriginal"/>: it replaces the message whose button was tapped.
    /// </summary>
    public sealed record Answer(ChatMessage Message, bool ReplacesOriginal = false) : ChatReply
    {
        /// <summary>
        /// Account ids in the request's workspace of the people whom the message mentions. Filled in after the feature has answered.
        /// </summary>
        public FrozenDictionary<Guid, string> Accounts { get; init; } = FrozenDictionary<Guid, string>.Empty;
    }

    /// <summary>The new content of this person's home page.</summary>
    public sealed record ShowHome(ChatHome Home) : ChatReply
    {
        /// <summary>
        /// Account ids in the request's workspace of the people whom the page mentions. Filled in after the feature has answered.
        /// </summary>
        public FrozenDictionary<Guid, string> Accounts { get; init; } = FrozenDictionary<Guid, string>.Empty;
    }

    /// <summary>Search results, best first.</summary>
    public sealed record Found(ImmutableArray<ChatSearchResult> Items) : ChatReply;

    /// <summary>A form for this person.</summary>
    public sealed record OpenForm(ChatForm Form) : ChatReply;

    /// <summary>The form stays open and shows these errors: one sentence for each faulty field, by field name.</summary>
    public sealed record FormErrors(ImmutableDictionary<string, string> Errors) : ChatReply;
}
