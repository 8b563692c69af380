using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Digests;

/// <summary>The digest for managers. It takes two minutes to read, with the most useful part first.</summary>
public static class DigestMessages
{
    private const int MostLines = 5;
    private const int LongestNote = 300;

    /// <summary>The whole digest, without buttons.</summary>
    public static ImmutableArray<ChatBlock> Whole(Digest digest) => digest.IsWithheld
        ? [
            Title(digest),
            new ChatBlock.Paragraph(ChatText.Of(
                $"Few: {digest.Department!.Name} has fewer than {digest.MinimumGroup} people, so its figures would be somebody’s own. I "
                    + $"keep them to myself."))
        ]
        :
        [
            Title(digest),
            Paragraph(string.Join('\n', Figures(digest))),
            Headed("One thing to do", Suggestion(digest.Suggestion)),
            .. DigestTables.Of(digest),
            .. Section("Bridges", DigestLines.Bridges(digest)),
            .. Section("One-way streets", DigestLines.OneWayStreets(digest)),
            .. Section("Helped often, thanked for few", DigestLines.Unsung(digest)),
            .. Section("Asks", DigestLines.Asks(digest)),
            .. ThankYous(digest),
            new ChatBlock.Small(ChatText.Of(Footnote(digest))),
        ];

    /// <summary>A few lines for the home page.</summary>
    public static ImmutableArray<ChatBlock> Brief(Digest digest) => digest.IsWithheld
        ? Whole(digest)
        : [Title(digest), Paragraph(string.Join('\n', Figures(digest))), Headed("One thing to do", Suggestion(digest.Suggestion))];

    /// <summary>The days of a period: the month's name, or the first and the last day.</summary>
    public static string Days(Period period) => period.IsMonths && period.From.AddMonths(1) == period.To
        ? Words(period.From, "MMMM yyyy")
        : $"{Words(period.From, period.From.Year == period.To.AddDays(-1).Year ? "d MMMM" : "d MMMM yyyy")} to "
            + $"{Words(period.To.AddDays(-1), "d MMMM yyyy")}";

    /// <summary>A share (0..1) as a whole percentage.</summary>
    public static string Percent(double share) => $"{Math.Round(share * 100, MidpointRounding.AwayFromZero):0} %";

    private static ChatBlock.Paragraph Title(Digest digest) =>
        new(ChatText.Of(
            $"{ChatText.Bold(digest.Department?.Name ?? digest.Organisation)}, {Days(digest.Period)}: help across departments"));

    private static IEnumerable<string> Figures(Digest digest)
    {
        var (now, before) = (digest.Totals, digest.Before);
        if (digest.Department is null)
        {
            yield return $"{Counted("Helps", now.Given.Helps, before.Given.Helps)}. "
                + $"{Counted("Thanks", now.Given.Thanks, before.Given.Thanks)}. {Counted("Asks", now.Given.Asks, before.Given.Asks)}.";
        }
        else
        {
            yield return $"{Counted("Helps given", now.Given.Helps, before.Given.Helps)}{(now.Helped is > 0 and { } helped
                ? $", to {DigestLines.Count(helped, "other department")}"
                : "")}; {Counted("received", now.Received.Helps, before.Received.Helps)}.";
            yield return $"{Counted("Thanks received", now.Received.Thanks, before.Received.Thanks)}; "
                + $"{Counted("given", now.Given.Thanks, before.Given.Thanks)}. "
                + $"{Counted("Asks received", now.Received.Asks, before.Received.Asks)}; "
                + $"{Counted("made", now.Given.Asks, before.Given.Asks)}.";
        }

        if (now.ThankRate is { } rate)
        {
            yield return $"{Percent(rate)} of helps{(digest.Department is null ? "" : " given")} were thanked "
                + $"for{(before.ThankRate is { } earlier ? $", {Change(rate, earlier)}" : "")}.";
        }

        if (digest.Reciprocity is { } reciprocity)
        {
            yield return Balances.BalanceMessages.Words(reciprocity);
            yield return Balances.BalanceMessages.Bar(reciprocity);
        }
    }

    private static string Counted(string what, int now, int before) => $"{what} {now:N0} (before {before:N0})";

    private static string Change(double now, double before) =>
        Percent(now) == Percent(before) ? "as before" : $"{(now > before ? "up" : "down")} from {Percent(before)}";

    /// <summary>One thing to do next.</summary>
    public static ChatText Suggestion(DigestSuggestion suggestion) => suggestion switch
    {
        DigestSuggestion.AnswerAsk { Ask: var ask } => ChatText.Of(
            $"Somebody{(ask.From is null ? "" : $" in {ask.From.Name}")} asked{(ask.To is null ? "" : $" {ask.To.Name}")} on "
                + $"{Words(ask.AskedOn, "d MMMM")} and heard nothing. Find out whether it is still needed, and who could take it: "
                + $"“{ask.Text.Excerpt(LongestNote)}”"),
        DigestSuggestion.BalanceOneWayStreet { Street: var street } when street.From.HowToHelpLines is [var line, ..] => ChatText.Of(
            $"{street.From.Name} helped {street.To.Name} {Times(street.Helps)} and was helped {Times(street.Back)}. Read out in "
                + $"{street.To.Name} what makes {street.From.Name}’s work easier: “{line}”"),
        DigestSuggestion.BalanceOneWayStreet { Street: var street } => ChatText.Of(
            $"{street.From.Name} helped {street.To.Name} {Times(street.Helps)} and was helped {Times(street.Back)}. Ask {street.From.Name} "
                + $"for one thing that {street.To.Name} could do for it, and have it done this week."),
        DigestSuggestion.ThankDepartment { Unsung: var unsung } => ChatText.Of(
            $"{unsung.Department.Name} helped other departments {Times(unsung.Helps)} and was thanked for {unsung.Thanked}. Open your next "
                + $"meeting with one of these helps, and say thanks: /thanks @{unsung.Department.Handle} for …"),
        DigestSuggestion.ReviveBridge { Bridge: var bridge } =>
            ChatText.Of(
                $"{bridge.One.Name} and {bridge.Other.Name} used to help each other and have nearly stopped. Ask one person on each side "
                    + $"over for a coffee."),
        DigestSuggestion.AnnounceBridge { Bridge: var bridge } =>
            ChatText.Of(
                $"{bridge.One.Name} and {bridge.Other.Name} have begun to help each other. Tell the story once where others hear it."),
        DigestSuggestion.InviteAsks =>
            ChatText.Of("Most help starts with an ask. Ask two people of yours what they could use help with, and show them /ask."),
        _ => throw new InvalidOperationException($"No text for {suggestion.GetType().Name}."),
    };

    private static IEnumerable<ChatBlock> ThankYous(Digest digest)
    {
        if (digest.ThankYous.IsEmpty)
        {
            return [];
        }

        return digest.ThankYous.SelectMany(thanks => (IEnumerable<ChatBlock>)
        [
            new ChatBlock.Paragraph(ChatText.Of($"{thanks.From} to {ChatText.List(thanks.People, thanks.Departments)}")),
            new ChatBlock.Quote(thanks.Note),
        ]).Prepend(new ChatBlock.Paragraph(ChatText.Bold("Worth reading")));
    }

    /// <summary>What the figures leave out, and why.</summary>
    public static string Footnote(Digest digest) => string.Join(' ', new[]
    {
        "What stays within a department is not counted, and no private word is in here.",
        digest.MinimumGroup == 0 ? "Nothing is hidden: for your eyes alone."
            : $"Figures are of {digest.MinimumGroup} people or more.",
        digest.Small.IsEmpty ? ""
            : $"Few: {string.Join(", ", digest.Small.Select(department => department.Name))}; "
                + $"{(digest.LeftOut > 0 ? "their figures are in no sum." : "their figures stand together as “other departments”.")}",
    });

    private static IEnumerable<ChatBlock> Section(string title, IReadOnlyCollection<string> lines) => lines.Count == 0 ? [] :
    [
        Headed(
            title,
            ChatText.Of(string.Join(
                '\n',
                [.. lines.Take(MostLines), .. lines.Count > MostLines ? [$"and {lines.Count - MostLines:N0} more"]
                    : Array.Empty<string>()]))),
    ];

    private static ChatBlock.Paragraph Headed(string title, ChatText text) => new(ChatText.Of($"{ChatText.Bold(title)}\n{text}"));

    private static ChatBlock.Paragraph Paragraph(string text) => new(ChatText.Of(text));

    private static string Times(int count) => count switch { 0 => "not once", 1 => "once", 2 => "twice", _ => $"{count:N0} times" };

    private static string Words(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
