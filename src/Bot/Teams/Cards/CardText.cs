using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>Text of a card, which is Markdown: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#format-cards-with-markdown</summary>
internal static partial class CardText
{
    /// <summary>Writes text, and adds whom it mentions.</summary>
    public static string Write(ChatText text, IReadOnlyDictionary<Guid, string> accounts, ImmutableArray<Entity>.Builder mentions) => string.Concat(text.Spans.Select(span => span switch
    {
        ChatSpan.Plain plain => Escape(plain.Text),
        ChatSpan.Bold bold => $"**{Escape(bold.Text)}**",
        ChatSpan.DepartmentRef department => Escape(department.Name),
        ChatSpan.Link link => $"[{Escape(link.Label)}]({Address(link.Url)})",
        ChatSpan.PersonRef person => accounts.TryGetValue(person.Id, out var account) ? Mention(account, person.Name, mentions) : Escape(person.Name),
        _ => throw new InvalidOperationException($"No text for {span.GetType().Name}."),
    }));

    /// <summary>Somebody's words as they are: nothing in them is Markdown or a mention.</summary>
    public static string Escape(string text) =>
        Special().Replace(text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal), @"\$0").ReplaceLineEndings("\n\n");

    /// <summary>Nothing in an address may end it early.</summary>
    private static string Address(string url) =>
        url.Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    private static string Mention(string account, string name, ImmutableArray<Entity>.Builder mentions)
    {
        var text = $"<at>{Escape(name)}</at>";
        if (mentions.All(mention => mention.Text != text))
        {
            mentions.Add(new Entity { Type = "mention", Text = text, Mentioned = new Entity.MentionedOf(account, name, Type: null) });
        }

        return text;
    }

    [GeneratedRegex(@"[\\*_\[\]]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();
}
