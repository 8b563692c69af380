using System.Collections.Immutable;
using System.Text;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>Writes the texts of one card within its limits, and records the mentions.</summary>
internal sealed class CardWriter(IReadOnlyDictionary<Guid, string> accounts)
{
    private const string Ellipsis = "…";

    private readonly ImmutableArray<Entity>.Builder mentions = ImmutableArray.CreateBuilder<Entity>();
    private int left = CardLimits.AllText - Ellipsis.Length;

    /// <summary>The people mentioned so far.</summary>
    public ImmutableArray<Entity> Mentions => mentions.ToImmutable();

    /// <summary>Returns null when nothing is left to show.</summary>
    public string? Write(ChatText text)
    {
        var written = new StringBuilder();
        foreach (var span in text.Spans)
        {
            if (!TryAdd(written, span))
            {
                break;
            }
        }

        return string.IsNullOrWhiteSpace(written.ToString()) ? null : written.ToString();
    }

    public string? Write(string words) => Write(ChatText.Of(words));

    /// <summary>False when the card is full. The text that still fitted was added, with an ellipsis.</summary>
    private bool TryAdd(StringBuilder written, ChatSpan span)
    {
        if (left <= 0)
        {
            return false;
        }

        var (before, words, after) = Parts(span);
        var isAtStart = before.Length == 0 && (written.Length == 0 || written[^1] == '\n');
        var escaped = CardText.Escape(words, isAtStart);
        var room = left - CardText.Bytes(before) - CardText.Bytes(after);
        var fits = CardText.Bytes(escaped) <= room;
        if (!fits)
        {
            escaped = CardText.Escape(CardText.Clip(words, room), isAtStart) + Ellipsis;
        }

        if (words.Length > 0)
        {
            written.Append(before).Append(escaped).Append(after);
        }

        left = fits ? room - CardText.Bytes(escaped) : 0;
        return fits;
    }

    private (string Before, string Words, string After) Parts(ChatSpan span) => span switch
    {
        ChatSpan.Plain plain => ("", plain.Text, ""),
        ChatSpan.Bold bold when bold.Text.Trim() == bold.Text && !bold.Text.Contains('\n', StringComparison.Ordinal) =>
            ("**", bold.Text, "**"),
        ChatSpan.Bold bold => ("", bold.Text, ""),
        ChatSpan.DepartmentRef department => ("", department.Name, ""),
        ChatSpan.Link link => CardText.Address(link.Url) is { } address ? ("[", link.Label, $"]({address})") : ("", link.Label, ""),
        ChatSpan.PersonRef person =>
            accounts.TryGetValue(person.Id, out var account) && Mention(account, person.Name)
                ? ("<at>", CardText.InMention(person.Name), "</at>")
                : ("", person.Name, ""),
        _ => throw new InvalidOperationException($"No text for {span.GetType().Name}."),
    };

    /// <summary>Teams identifies mentions by their text, so a second person with the same name is only named.</summary>
    private bool Mention(string account, string name)
    {
        var shown = CardText.InMention(name);
        var text = $"<at>{shown}</at>";
        if (mentions.FirstOrDefault(mention => mention.Text == text) is { } same)
        {
            return same.Mentioned!.Id == account;
        }

        if (shown.Length == 0 || mentions.Count == CardLimits.Mentions || left < text.Length * 3)
        {
            return false;
        }

        mentions.Add(new Entity { Type = "mention", Text = text, Mentioned = new Entity.MentionedOf(account, shown, Type: null) });
        return true;
    }
}
