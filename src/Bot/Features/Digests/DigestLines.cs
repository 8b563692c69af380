using System.Globalization;
using RelateBot.Domain;
using RelateBot.Domain.Digests;

namespace RelateBot.Bot.Features.Digests;

/// <summary>The lists of a digest, one line for each item.</summary>
internal static class DigestLines
{
    private const int LongestText = 120;
    private const int MostAsks = 3;

    public static IReadOnlyCollection<string> Bridges(Digest digest) =>
    [
        .. digest.Bridges.Where(bridge => bridge.State is not BridgeState.Steady).Select(bridge => bridge.State is BridgeState.New
            ? $"New: {bridge.One.Name} ↔ {bridge.Other.Name} ({bridge.There:N0} : {bridge.Back:N0})"
            : $"Fading: {bridge.One.Name} ↔ {bridge.Other.Name}, help both ways before, now {bridge.There:N0} : {bridge.Back:N0}"),
    ];

    public static IReadOnlyCollection<string> OneWayStreets(Digest digest) =>
        [.. digest.OneWayStreets.Select(street => $"{street.From.Name} → {street.To.Name} ({street.Helps:N0} : {street.Back:N0})")];

    public static IReadOnlyCollection<string> Unsung(Digest digest) =>
    [
        .. digest.UnsungDepartments.Select(unsung =>
            $"{unsung.Department.Name}: {Count(unsung.Helps, "help")}, {(unsung.Thanked == 0 ? "none" : $"{unsung.Thanked:N0}")} of them "
                + $"thanked for"),
        .. digest.UnsungPeople.IsEmpty
            ? []
            : new[] { $"Who agreed to be named here: {string.Join(", ", digest.UnsungPeople.Select(person => person.Name))}" },
    ];

    public static IReadOnlyCollection<string> Asks(Digest digest) =>
    [
        .. digest.Speed.Taken is { } taken
            ? new[] { $"Taken within {Time(taken.Median)} (half of them), {Time(taken.Percentile90)} (nine of ten)" }
            : [],
        .. digest.Speed.Solved is { } solved
            ? new[] { $"Solved within {Time(solved.Median)} (half of them), {Time(solved.Percentile90)} (nine of ten)" }
            : [],
        .. digest.UnansweredCount == 0
            ? []
            : new[] { $"{Count(digest.UnansweredCount, "public ask")} nobody "
                + $"answered{(digest.UnansweredCount > MostAsks ? ", the oldest:" : ":")}" },
        .. digest.Unanswered.Take(MostAsks).Select(Line),
    ];

    /// <summary>"1 help", "2 helps".</summary>
    public static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number:N0} {what}s";

    private static string Line(UnansweredAsk ask)
    {
        var way = (ask.From, ask.To) switch
        {
            (null, null) => "",
            (null, { } to) => $", to {to.Name}",
            ({ } from, null) => $", from {from.Name}",
            ({ } from, { } to) => $", {from.Name} → {to.Name}",
        };
        return $"• {ask.AskedOn.ToString("d MMMM", CultureInfo.InvariantCulture)}{way}: “{ask.Text.Excerpt(LongestText)}”";
    }

    /// <summary>"40 minutes", "3 hours", "2 days".</summary>
    public static string Time(TimeSpan time) => time switch
    {
        { TotalMinutes: < 90 } => Count(Math.Max(1, (int)Math.Round(time.TotalMinutes)), "minute"),
        { TotalHours: < 36 } => Count((int)Math.Round(time.TotalHours), "hour"),
        _ => Count((int)Math.Round(time.TotalDays), "day"),
    };
}
