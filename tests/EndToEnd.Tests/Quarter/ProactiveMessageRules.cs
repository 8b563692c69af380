using System.Text.RegularExpressions;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.Prompts;

namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>
/// The rules for proactive messages, written again without the bot's own code. Each fault is a sentence that names the message.
/// </summary>
internal static class ProactiveMessageRules
{
    public const int MostAWeek = 3;
    public const int FreshDays = 56;
    public const int Patience = 3;
    public const string Slower = "half as often";

    // How many days from one to the next, and how far a weekend or something more important may shift two of them towards each other.
    private static readonly Dictionary<string, (int Days, int Shift)> rhythms = new(StringComparer.Ordinal)
    {
        ["Solved"] = (1, 0),
        ["Newcomer"] = (1, 0),
        ["Anniversary"] = (1, 0),
        ["FocusFive"] = (3, 0),
        ["WhoHelped"] = (7, 3),
        ["Balance"] = (28, 3),
        ["QuietTie"] = (14, 3),
        ["HowToHelp"] = (28, 3),
        ["NeedHelp"] = (14, 3),
    };

    /// <summary>What one person received, in order, against what they had said by then.</summary>
    public static IEnumerable<string> Faults(Colleague who, IEnumerable<ReceivedMessage> received)
    {
        var heard = received.Where(message => message.IsProactive).OrderBy(message => message.At).ToList();
        return heard
            .SelectMany((message, number) => Faults(who, message, heard[..number]))
            .Concat(heard
                .Where(message => message.Kind is not null)
                .GroupBy(message => message.Kind!)
                .SelectMany(kind => Rhythm(who, kind.Key, [.. kind])));
    }

    private static IEnumerable<string> Faults(Colleague who, ReceivedMessage message, IReadOnlyList<ReceivedMessage> before)
    {
        var said = who.Wishes.Where(wish => wish.At < message.At).ToList();
        return new (bool IsBroken, string Rule)[]
        {
            (TimeOnly.FromDateTime(message.Local) is var time && (time < who.Start || time >= who.End), "outside working hours"),
            (IsWeekend(message.Day, who.Region), "at the weekend"),
            (IsBlackout(message.Day, who.Region), "on a day off"),
            (before.Any(other => other.Day == message.Day), "more than one on a day"),
            (before.Count(other => other.At > message.At.AddDays(-7)) >= MostAWeek, "more than three in a week"),
            (
                said.OfType<PromptFeedback.PutOff>().LastOrDefault(wish => wish.Kind == message.Kind) is { } off && message.Day < off.Until,
                "put off and yet here"),
            (said.OfType<PromptFeedback.Stopped>().Any(wish => wish.Kind == message.Kind), "stopped and yet here"),
            (message.Purpose == "coffee" && said.OfType<PromptFeedback.LeftCoffees>().Any(), "a coffee after leaving"),
            (said.OfType<PromptFeedback.Paused>().LastOrDefault() is { } pause && message.Day < pause.Until, "in a pause"),
            (
                before.Any(other =>
                    other.Kind is not null
                        && other.Kind == message.Kind
                        && other.Day > message.Day.AddDays(-FreshDays)
                        && Template(other) == Template(message)),
                "the same text within eight weeks"),
            (
                before.Any(other =>
                    other.ActId == message.ActId
                        && other.Purpose == message.Purpose
                        && other.Opening == message.Opening
                        && message.Purpose != "ask.owner"),
                "the same message twice"),
            (message.Kind is not null
                && !(message.Buttons.Any(button => button.Label == "Later")
                    && message.Buttons.Any(button => button.Label == "Stop these")
                    && message.Words.Contains("You get this because", StringComparison.Ordinal)),
                "a prompt without a way out or a reason"),
        }.Where(rule => rule.IsBroken).Select(rule => $"{rule.Rule}: {message}");
    }

    /// <summary>
    /// After three in a row that no one used, the fourth says so once. From then on the kind comes half as often, until one is used.
    /// </summary>
    private static IEnumerable<string> Rhythm(Colleague who, string kind, IReadOnlyList<ReceivedMessage> heard)
    {
        var (days, shift) = rhythms[kind];
        var (ignored, isSlower) = (0, false);
        for (var number = 0; number < heard.Count; number++)
        {
            var message = heard[number];
            var wasUsed = number == 0
                || who.Wishes
                    .OfType<PromptFeedback.Used>()
                    .Any(wish => wish.Kind == kind && wish.At > heard[number - 1].At && wish.At < message.At);
            (ignored, isSlower) = (wasUsed ? 0 : ignored + 1, isSlower && !wasUsed);
            var isOfTheirWish = who.Wishes
                .OfType<PromptFeedback.PutOff>()
                .Any(wish => wish.Kind == kind && number > 0 && wish.At > heard[number - 1].At && wish.At < message.At);
            var pause = number == 0 ? int.MaxValue : message.Day.DayNumber - heard[number - 1].Day.DayNumber;
            if (!isOfTheirWish && pause < ((isSlower ? 2 : 1) * days) - shift)
            {
                yield return $"{(isSlower ? "not half as often" : "too often")}: {message}";
            }

            var becomesSlower = !isSlower && ignored >= Patience;
            isSlower |= becomesSlower;
            if (becomesSlower != message.Words.Contains(Slower, StringComparison.Ordinal))
            {
                yield return $"{(becomesSlower ? "does not say that it comes half as often" : "says again that it comes half as often")}: "
                    + $"{message}";
            }
        }
    }

    private static bool IsWeekend(DateOnly day, string region) =>
        day.DayOfWeek == DayOfWeek.Saturday || day.DayOfWeek == (region == "SA" ? DayOfWeek.Friday : DayOfWeek.Sunday);

    private static bool IsBlackout(DateOnly day, string region) =>
        (day.Year, day.Month) == (2027, 1) && day.Day is 20 or 21
        || (region == "US" && day == new DateOnly(2027, 2, 15))
        || (region == "SA" && day >= new DateOnly(2027, 2, 7) && day <= new DateOnly(2027, 2, 9))
        || (region == "CH" && day == new DateOnly(2027, 3, 26))
        || (day.Month == 3 && day.Day == 29)
        || day == new DateOnly(2027, 2, 24) || day == new DateOnly(2027, 2, 25);

    /// <summary>
    /// The line of the kind's file that the opening was made of; word for word, or else the longest that fits with something in its gap.
    /// </summary>
    private static string Template(ReceivedMessage message) => PromptTexts.Of(Enum.Parse<PromptKind>(message.Kind!))
        .Where(text =>
            Regex.IsMatch(
                message.Opening,
                $"^{Regex.Replace(Regex.Escape(text), @"\\\{[a-z]+}", ".+", RegexOptions.None, TimeSpan.FromSeconds(1))}$",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)))
        .MaxBy(text => text == message.Opening ? int.MaxValue : text.Length)
            ?? throw new InvalidOperationException($"No text of the kind: {message}");
}
