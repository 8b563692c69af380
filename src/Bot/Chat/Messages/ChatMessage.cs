using System.Collections.Immutable;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>A message in no platform's words. It is stored in the outbox as JSON and drawn when it is sent.</summary>
public sealed record ChatMessage
{
    /// <summary>One plain sentence for notifications and screen readers.</summary>
    public required string Summary { get; init; }

    /// <summary>What is shown, from top to bottom.</summary>
    public required ImmutableArray<ChatBlock> Blocks { get; init; }

    /// <summary>For whom it looks different, if it does for anybody.</summary>
    public ChatPersonalView? PersonalView { get; init; }

    /// <summary>The people whom it mentions or looks different to, each once.</summary>
    public IReadOnlyCollection<Guid> Mentioned() => Blocks.Mentioned().Concat(PersonalView?.People ?? []).ToHashSet();

    /// <summary>A message of one paragraph.</summary>
    public static ChatMessage Of(ChatText text) => Of([new ChatBlock.Paragraph(text)]);

    /// <summary>A message of blocks; its summary is the first paragraph.</summary>
    public static ChatMessage Of(params ImmutableArray<ChatBlock> blocks) => new()
    {
        Summary = blocks.OfType<ChatBlock.Paragraph>().First().Text.ToPlainText(),
        Blocks = blocks,
    };
}

/// <summary>
/// A post that looks different to some of those who read it, where the platform can do that: for them it asks with this action, and
/// shows the answer in the post's place. What the post itself says is good for everybody.
/// </summary>
/// <param name="Action">As with a button.</param>
/// <param name="Value">As with a button.</param>
/// <param name="People">For whom; nobody else is asked for.</param>
public sealed record ChatPersonalView(string Action, string Value, ImmutableArray<Guid> People);
