using System.Collections.Immutable;
using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Slack.Text;

/// <summary>Builds incoming text and merges adjacent runs of one kind.</summary>
internal sealed class IncomingTextWriter
{
    private readonly ImmutableArray<IncomingSpan>.Builder spans = ImmutableArray.CreateBuilder<IncomingSpan>();

    public void Words(string words) =>
        Add(spans is [.., IncomingSpan.Words last] ? last with { Text = last.Text + words } : new IncomingSpan.Words(words), words);

    public void Verbatim(string words) =>
        Add(spans is [.., IncomingSpan.Verbatim last] ? last with { Text = last.Text + words } : new IncomingSpan.Verbatim(words), words);

    public void Add(IncomingSpan mention) => spans.Add(mention);

    /// <summary>Adds a line break, unless nothing is written yet.</summary>
    public void StartLine()
    {
        if (spans.Count > 0)
        {
            Words("\n");
        }
    }

    public IncomingText ToText() => new(spans.ToImmutable());

    private void Add(IncomingSpan run, string words)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (spans.Count > 0 && spans[^1].GetType() == run.GetType())
        {
            spans.RemoveAt(spans.Count - 1);
        }

        spans.Add(run);
    }
}
