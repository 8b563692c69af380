using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>Writes neutral text as rich text runs, up to a maximum length.</summary>
internal sealed partial class RichTextWriter(IReadOnlyDictionary<Guid, string> accounts, int longest)
{
    private static readonly RichTextStyle Bold = new(Bold: true);

    private readonly ImmutableArray<RichTextElement>.Builder runs = ImmutableArray.CreateBuilder<RichTextElement>();
    private int left = longest;

    /// <summary>The runs written so far. Empty when nothing was written.</summary>
    public ImmutableArray<RichTextElement> Runs => runs.ToImmutable();

    public RichTextWriter Write(ChatText text)
    {
        foreach (var span in text.Spans)
        {
            Write(span);
        }

        return this;
    }

    /// <summary>Writes user text. Emoji are kept; everything else is plain text.</summary>
    public RichTextWriter Write(string words)
    {
        var start = 0;
        foreach (var emoji in Emoji().EnumerateMatches(words))
        {
            WriteRun(words[start..emoji.Index], style: null);
            if (left >= emoji.Length)
            {
                left -= emoji.Length;
                runs.Add(new RichTextEmoji(words.Substring(emoji.Index + 1, emoji.Length - 2)));
            }

            start = emoji.Index + emoji.Length;
        }

        WriteRun(words[start..], style: null);
        return this;
    }

    private void Write(ChatSpan span)
    {
        switch (span)
        {
            case ChatSpan.Plain plain:
                Write(plain.Text);
                break;
            case ChatSpan.Bold bold:
                WriteRun(bold.Text, Bold);
                break;
            case ChatSpan.PersonRef person when accounts.TryGetValue(person.Id, out var userId) && left > 0:
                left -= Math.Min(left, person.Name.Length);
                runs.Add(new RichTextUserMention(userId));
                break;
            case ChatSpan.PersonRef person:
                WriteRun(person.Name, Bold);
                break;
            case ChatSpan.DepartmentRef department:
                WriteRun(department.Name, Bold);
                break;
            case ChatSpan.Link link when WebAddress.IsSafe(link.Url) && link.Label.Length > 0 && left > 0:
                var label = TextClipper.Clipped(link.Label, left);
                left -= label.Length;
                runs.Add(new RichTextLink(link.Url, label));
                break;
            case ChatSpan.Link link:
                WriteRun(link.Label, style: null);
                break;
            default:
                throw new InvalidOperationException($"No rich text for {span.GetType().Name}.");
        }
    }

    private void WriteRun(string text, RichTextStyle? style)
    {
        if (text.Length == 0 || left == 0)
        {
            return;
        }

        var fitting = TextClipper.Clipped(text, left);
        left = fitting.Length < text.Length ? 0 : left - fitting.Length;
        if (runs.Count > 0 && runs[^1] is RichTextText last && last.Style == style)
        {
            runs[^1] = last with { Text = last.Text + fitting };
        }
        else
        {
            runs.Add(new RichTextText(fitting, style));
        }
    }

    // Matches the emoji codes in typed text. "10:30:45" is a time.
    [GeneratedRegex(@"(?<![\p{L}\p{Nd}:]):(?:\+1|-1|[a-z][a-z0-9_'+-]{0,99}):", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Emoji();
}
