using System.Globalization;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>A message that someone received.</summary>
/// <param name="To">Who.</param>
/// <param name="At">When (UTC).</param>
/// <param name="IsOfItself">True when a job said it; false when it came of what a colleague or the person had just done.</param>
/// <param name="Purpose">What the outbox calls it.</param>
/// <param name="ActId">The prompt, coffee or ask that it is about.</param>
/// <param name="Message">Its words.</param>
public sealed record ReceivedMessage(Colleague To, DateTimeOffset At, bool IsOfItself, string Purpose, Guid? ActId, ChatMessage Message)
{
    // Subscribed to, or part of an ask that a colleague made: docs/decisions/0015.
    private static readonly string[] notCounted = ["digest", "ask.asked", "ask.expired"];

    /// <summary>In their local time.</summary>
    public DateTime Local => To.LocalOf(At);

    /// <summary>Their day.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Local);

    /// <summary>True when it counts as a proactive message.</summary>
    public bool IsProactive => IsOfItself && !notCounted.Contains(Purpose, StringComparer.Ordinal);

    /// <summary>The kind of prompt; null when it is none.</summary>
    public string? Kind => Purpose.StartsWith("prompt.", StringComparison.Ordinal) ? Purpose["prompt.".Length..] : null;

    /// <summary>Its first paragraph.</summary>
    public string Opening => Message.Summary;

    /// <summary>All its words, a line a block.</summary>
    public string Words => string.Join('\n', Message.Blocks.Select(block => block switch
    {
        ChatBlock.Paragraph paragraph => paragraph.Text.ToPlainText(),
        ChatBlock.Quote quote => $"> {quote.Text}",
        ChatBlock.Small small => $"({small.Text.ToPlainText()})",
        ChatBlock.Buttons buttons => string.Join(' ', buttons.Items.Select(button => $"[{button.Label}]")),
        _ => block.GetType().Name,
    }));

    /// <summary>What can be tapped.</summary>
    public IEnumerable<ChatButton> Buttons => Message.Blocks.OfType<ChatBlock.Buttons>().SelectMany(row => row.Items);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{To.Name}, {Local:ddd yyyy-MM-dd HH:mm} ({Purpose}): {Opening}");
}
