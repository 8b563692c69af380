using System.Collections.Immutable;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>A message, independent of the platform. It is stored in the outbox as JSON and drawn when it is sent.</summary>
public sealed record ChatMessage
{
    /// <summary>One plain sentence for notifications and screen readers.</summary>
    public required string Summary { get; init; }

    /// <summary>The content, from top to bottom.</summary>
    public required ImmutableArray<ChatBlock> Blocks { get; init; }

    /// <summary>The people who see a different version of the message; null when everyone sees the same one.</summary>
    public ChatPersonalView? PersonalView { get; init; }

    /// <summary>Returns the ids of the people who are mentioned or see a different version, without duplicates.</summary>
    public IReadOnlyCollection<Guid> Mentioned() => Blocks.Mentioned().Concat(PersonalView?.People ?? []).ToHashSet();

    /// <summary>Makes a message of one paragraph.</summary>
    public static ChatMessage Of(ChatText text) => Of([new ChatBlock.Paragraph(text)]);

    /// <summary>Makes a message of blocks. Its summary is the first paragraph.</summary>
    /// <exception cref="InvalidOperationException">There is no paragraph.</exception>
    public static ChatMessage Of(params ImmutableArray<ChatBlock> blocks) => new()
    {
        Summary = blocks.OfType<ChatBlock.Paragraph>().First().Text.ToPlainText(),
        Blocks = blocks,
    };
}

/// <summary>
/// Some readers see a different version of a post, where the platform supports it. For them the platform runs this action and shows its
/// answer in place of the post. The post itself must suit every reader.
/// </summary>
/// <param name="Action">The action's name, as for a button.</param>
/// <param name="Value">The action's argument, as for a button.</param>
/// <param name="People">The people who see their own version. Everyone else sees the post.</param>
public sealed record ChatPersonalView(string Action, string Value, ImmutableArray<Guid> People);
