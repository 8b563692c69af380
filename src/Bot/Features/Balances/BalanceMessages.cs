using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Help;
using RelateBot.Domain;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Balances;

/// <summary>Messages about a person's own balance with someone else.</summary>
public static class BalanceMessages
{
    public const string ThankAction = "with.thank";

    private const int MostSuggestions = 2;
    private const int BarCells = 10;
    private const int LongestNote = 100;

    /// <summary>The whole balance.</summary>
    public static ChatMessage With(BalanceView view)
    {
        var suggestions = view.Suggestions.Take(MostSuggestions).ToImmutableArray();
        return ChatMessage.Of(
        [
            new ChatBlock.Paragraph(ChatText.Of($"You and {view.Other}")),
            new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold("In 90 days")}\n{Figures(view.Recent, view.Other)}")),
            new ChatBlock.Paragraph(ChatText.Of(
                $"{ChatText.Bold("In all")}\n{Figures(view.Always, view.Other)}\n{Words(view.Always.Reciprocity)}{Below(Bar(
                    view.Always.Reciprocity))}")),
            .. view.Latest.IsEmpty
                ? []
                : ImmutableArray.Create<ChatBlock>(new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold("Last")}{Lines(view.Latest)}"))),
            .. suggestions.IsEmpty
                ? []
                : ImmutableArray.Create<ChatBlock>(
                    new ChatBlock.Paragraph(ChatText.Bold(suggestions.Length == 1 ? "One idea" : "Two ideas"))),
            .. suggestions.SelectMany(Draw),
            new ChatBlock.Small(ChatText.Of("Only you see this.")),
        ]);
    }

    /// <summary>One line about an exchange: who did what for whom, and why.</summary>
    public static ChatText Line(Exchange entry, bool isMine, ChatText other, string day)
    {
        var what = (entry.Kind, isMine) switch
        {
            (ExchangeKind.Help, true) when entry.IsUnconfirmed => ChatText.Of($"you noted that you helped {other}"),
            (ExchangeKind.Help, false) when entry.IsUnconfirmed => ChatText.Of($"{other} noted that they helped you"),
            (ExchangeKind.Help, true) => ChatText.Of($"you helped {other}"),
            (ExchangeKind.Help, false) => ChatText.Of($"{other} helped you"),
            (ExchangeKind.Thanks, true) => ChatText.Of($"you thanked {other}"),
            (ExchangeKind.Thanks, false) => ChatText.Of($"{other} thanked you"),
            (_, true) => ChatText.Of($"you gave {other} kudos"),
            _ => ChatText.Of($"{other} gave you kudos"),
        };
        return entry.Note.Length == 0 ? ChatText.Of($"{day}: {what}") : ChatText.Of($"{day}: {what}, “{entry.Note.Excerpt(LongestNote)}”");
    }

    public static ChatMessage WithWhom() =>
        ChatMessage.Of(ChatText.Of("With whom? One person or one department, for example: /relate with @it"));

    public static ChatMessage WithYourself() =>
        ChatMessage.Of(ChatText.Of("With yourself you are even. Name somebody else, for example: /relate with @it"));

    /// <summary>Says in words how evenly help goes both ways (0..1; null when there is none).</summary>
    public static string Words(double? reciprocity) => reciprocity switch
    {
        null => "No help is recorded yet, either way.",
        0 => "So far help went one way.",
        < 0.35 => "Help goes mostly one way.",
        < 0.75 => "Help goes both ways, one of them more often.",
        _ => "Help goes both ways, about evenly.",
    };

    /// <summary>The same as a bar of ten cells: empty when all help goes one way, full when it is even.</summary>
    public static string Bar(double? reciprocity)
    {
        var filled = (int)Math.Round((reciprocity ?? 0) * BarCells, MidpointRounding.AwayFromZero);
        return reciprocity is null ? "" : $"one way {new string('▰', filled)}{new string('▱', BarCells - filled)} even";
    }

    private static string Below(string line) => line.Length == 0 ? "" : $"\n{line}";

    private static ChatText Figures(Balance balance, ChatText other) => ChatText.Of(
        $"From {other} to you: {Counted(balance.Theirs)}\nFrom you to {other}: {Counted(balance.Mine)}");

    private static string Counted(Tally tally) =>
        $"{Count(tally.Asks, "ask")}, {Count(tally.Helps, "help")}{Unconfirmed(tally)}, {(tally.Thanks == 0 ? "no" : $"{tally.Thanks}")} "
            + $"thanks";

    private static string Unconfirmed(Tally tally) => tally.Unconfirmed switch
    {
        0 => "",
        var all when all == tally.Helps => " (unconfirmed)",
        var some => $" ({some} unconfirmed)"
    };

    private static string Count(int number, string what) =>
        number switch { 0 => $"no {what}s", 1 => $"1 {what}", _ => $"{number} {what}s" };

    private static ChatText Lines(ImmutableArray<ChatText> lines) =>
        new([.. lines.SelectMany(line => line.Spans.Insert(0, new ChatSpan.Plain("\n• ")))]);

    private static IEnumerable<ChatBlock> Draw(Suggestion suggestion) => suggestion switch
    {
        Suggestion.FittingAsk fitting =>
        [
            new ChatBlock.Paragraph(ChatText.Of(
                $"{fitting.Asker} asks about #{fitting.Ask.Topic!}, which you offer: “{fitting.Ask.Text.Excerpt(LongestNote)}”")),
            new ChatBlock.Buttons([new ChatButton(
                AskMessages.TakeAction,
                fitting.Ask.Id.ToString("N"),
                "I can help",
                ChatButtonLook.Primary)]),
        ],
        Suggestion.OpenThanks open =>
        [
            new ChatBlock.Paragraph(open.Help.Note.Length == 0
                ? ChatText.Of($"{open.Helper} helped you lately. A word from you would reach them.")
                : ChatText.Of(
                    $"{open.Helper} helped you lately: “{open.Help.Note.Excerpt(LongestNote)}”. A word from you would reach them.")),
            new ChatBlock.Buttons([new ChatButton(ThankAction, open.Help.Id.ToString("N"), "Say thanks", ChatButtonLook.Primary)]),
        ],
        Suggestion.HowToHelp howTo =>
        [
            new ChatBlock.Paragraph(ChatText.Of(
                $"{howTo.Department} says what makes its work "
                    + $"easier:\n{string.Join('\n', howTo.Department.HowToHelpLines.Select(line => $"• {line}"))}")),
        ],
        Suggestion.ThankedBefore before =>
        [
            new ChatBlock.Paragraph(before.Thanks.Note.Length == 0
                ? ChatText.Of("You thanked them before. Tell them what came of it.")
                : ChatText.Of($"You thanked them for “{before.Thanks.Note.Excerpt(LongestNote)}”. Tell them what came of it.")),
        ],
        _ => throw new InvalidOperationException($"No text for {suggestion.GetType().Name}."),
    };
}
