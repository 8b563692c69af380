using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Ties;

/// <summary>Messages about a person's own ties.</summary>
public static class TieMessages
{
    public const string ThankAction = "me.thank";

    private const int LongestNote = 100;
    private const int LongestName = 60;
    private const double BothWays = 0.35;

    /// <summary>All sections that aren't empty.</summary>
    public static ChatMessage Me(TiesView view)
    {
        List<ChatBlock> blocks =
        [
            .. Section("Strongest", view.Strongest.Select(tie => ChatText.Of($"{tie.Other}, {Ways(tie)}"))),
            .. Section("Going quiet", view.Quietening.Select(tie => ChatText.Of($"{tie.Other}, {Silence(tie, view.Week)}"))),
            .. Section("Thanks in 90 days", Thanks(view)),
            .. view.Bridged.IsEmpty
                ? []
                : Section("You bridge", [ChatText.Of($"{ChatText.List([], view.Bridged)}: help or thanks go both ways")]),
            .. view.Open.SelectMany(open => Draw(open)),
        ];
        return blocks.Count == 0
            ? ChatMessage.Of(ChatText.Of(
                "Nothing is recorded yet between you and others. Most people start with: thanks @sue for the quick help"))
            : ChatMessage.Of([
                new ChatBlock.Paragraph(ChatText.Of("You and the people around you")),
                .. blocks,
                new ChatBlock.Small(ChatText.Of("Only you see this."))
            ]);
    }

    public static ChatMessage ThankedAlready(Person helper) => ChatMessage.Of(ChatText.Of($"{helper} has your thanks already."));

    private static IEnumerable<ChatText> Thanks(TiesView view)
    {
        if (!view.Thanked.IsEmpty)
        {
            yield return ChatText.Of($"you thanked {ChatText.List(view.Thanked)}");
        }

        if (!view.ThankedBy.IsEmpty)
        {
            yield return ChatText.Of($"{ChatText.List(view.ThankedBy)} thanked you");
        }
    }

    private static string Ways(TiesView.NamedTie tie) => (tie.Sides.Reciprocity, tie.Sides.There > tie.Sides.Back) switch
    {
        ( >= BothWays, _) => "both ways",
        (0, true) => "so far from you",
        (0, false) => "so far from them",
        (_, true) => "more from you",
        _ => "more from them",
    };

    private static string Silence(TiesView.NamedTie tie, DateOnly week) =>
        $"usually every {Weeks(tie.Tie.UsualGapDays ?? 0)}, now silent for {Weeks(tie.Tie.SilentDaysIn(week))}";

    private static string Weeks(double days) =>
        (int)Math.Round(days / 7, MidpointRounding.AwayFromZero) is var weeks and > 1 ? $"{weeks} weeks" : "week";

    private static ImmutableArray<ChatBlock> Section(string title, IEnumerable<ChatText> lines)
    {
        ImmutableArray<ChatSpan> spans = [.. lines.SelectMany(line => line.Spans.Insert(0, new ChatSpan.Plain("\n• ")))];
        return spans.IsEmpty ? [] : [new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold(title)}{new ChatText(spans)}"))];
    }

    private static ImmutableArray<ChatBlock> Draw(TiesView.OpenHelp open) =>
    [
        new ChatBlock.Paragraph(open.Help.Note.Length == 0
            ? ChatText.Of($"{open.Helper} helped you on {open.Day}. A word from you would reach them.")
            : ChatText.Of(
                $"{open.Helper} helped you on {open.Day}: “{open.Help.Note.Excerpt(LongestNote)}”. A word from you would reach them.")),
        new ChatBlock.Buttons([new ChatButton(
            ThankAction,
            open.Help.Id.ToString("N"),
            $"Thank {open.Helper.Name.Clip(LongestName)}",
            ChatButtonLook.Primary)]),
    ];
}
