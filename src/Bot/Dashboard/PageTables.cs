using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.Digests;

namespace RelateBot.Bot.Dashboard;

/// <summary>All tables of a page in display order. Tables without rows are left out.</summary>
internal static class PageTables
{
    public const string TrendName = "trend";
    private const int MostRows = 25;

    public static ImmutableArray<FigureTable> Of(Digest digest, IReadOnlyList<TrendPoint> trend, bool isChord) => digest.IsWithheld ? [] :
    [
        .. new[]
        {
            FlowTables.OnPage(digest, isChord),
            Trend(digest, trend),
            Bridges(digest),
            OneWayStreets(digest),
            Unsung(digest),
            Named(digest),
            Speed(digest),
            Unanswered(digest),
            ThankYous(digest),
        }.Where(table => !table.Rows.IsEmpty),
    ];

    /// <summary>Returns the table for the page. Long lists are cut, with a note that says so.</summary>
    public static FigureTable OnPage(FigureTable table) => table.Rows.Length <= MostRows || table.Chart.Length > 0 ? table : table with
    {
        Rows = [.. table.Rows.Take(MostRows)],
        Note = $"{table.Note} The first {MostRows} of {table.Rows.Length:N0}; the file has all of them.".TrimStart(),
    };

    private static FigureTable Trend(Digest digest, IReadOnlyList<TrendPoint> trend) => digest.Department is null
        ? new FigureTable
        {
            Name = TrendName,
            Title = "From period to period",
            Chart = "trend",
            Columns = ["Period", "Helps", "Thanks", "Asks", "Thanked for"],
            Rows = [.. trend.Select(point =>
                Row(Label(point), point.Totals.Given.Helps, point.Totals.Given.Thanks, point.Totals.Given.Asks, Rate(point.Totals)))],
        }
        : new FigureTable
        {
            Name = TrendName,
            Title = "From period to period",
            Chart = "trend",
            Columns = ["Period", "Helps given", "Helps received", "Thanks received", "Asks received", "Thanked for"],
            Rows = [.. trend.Select(point =>
                Row(
                    Label(point),
                    point.Totals.Given.Helps,
                    point.Totals.Received.Helps,
                    point.Totals.Received.Thanks,
                    point.Totals.Received.Asks,
                    Rate(point.Totals)))],
        };

    private static FigureTable Bridges(Digest digest) => new()
    {
        Name = "bridges",
        Title = "Bridges",
        Note = "Departments that help each other. New and fading is by the three periods before.",
        Columns = ["One", "Other", "Helps there", "Helps back", "State"],
        Rows = [.. digest.Bridges.Select(bridge =>
            Row(bridge.One.Name, bridge.Other.Name, bridge.There, bridge.Back, bridge.State.ToString().ToLowerInvariant()))],
    };

    private static FigureTable OneWayStreets(Digest digest) => new()
    {
        Name = "one-way-streets",
        Title = "One-way streets",
        Note = "Five helps or more for each that came back.",
        Columns = ["From", "To", "Helps", "Back"],
        Rows = [.. digest.OneWayStreets.Select(street => Row(street.From.Name, street.To.Name, street.Helps, street.Back))],
    };

    private static FigureTable Unsung(Digest digest) => new()
    {
        Name = "unsung", Title = "Helped often, thanked for few", Columns = ["Department", "Helps", "Thanked for"],
        Rows = [.. digest.UnsungDepartments.Select(unsung => Row(unsung.Department.Name, unsung.Helps, unsung.Thanked))],
    };

    private static FigureTable Named(Digest digest) => new()
    {
        Name = "unsung-people", Title = "Unsung people", Note = "They agreed to be named here.", Columns = ["Name"],
        Rows = [.. digest.UnsungPeople.Select(person => Row(person.Name))],
    };

    private static FigureTable Speed(Digest digest) => new()
    {
        Name = "speed", Title = "How fast asks are answered", Columns = ["", "Half of them within", "Nine of ten within"],
        Rows = [.. new[] { ("Taken", digest.Speed.Taken), ("Solved", digest.Speed.Solved) }
            .Where(speed => speed.Item2 is not null)
            .Select(speed => Row(speed.Item1, DigestLines.Time(speed.Item2!.Median), DigestLines.Time(speed.Item2.Percentile90)))],
    };

    private static FigureTable Unanswered(Digest digest) => new()
    {
        Name = "unanswered-asks", Title = "Public asks nobody answered", Columns = ["Asked on", "From", "To", "Ask"],
        Note = digest.UnansweredCount > digest.Unanswered.Length
            ? $"The oldest {digest.Unanswered.Length} of {digest.UnansweredCount:N0}."
            : "",
        Rows = [.. digest.Unanswered.Select(ask =>
            Row(ask.AskedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ask.From?.Name ?? "", ask.To?.Name ?? "", ask.Text))],
    };

    private static FigureTable ThankYous(Digest digest) => new()
    {
        Name = "thanks", Title = "Worth reading", Columns = ["From", "To", "For"],
        Rows = [.. digest.ThankYous.Select(thanks =>
            Row(
                thanks.From.Name,
                string.Join(
                    ", ",
                    thanks.People.Select(person => person.Name).Concat(thanks.Departments.Select(department => department.Name))),
                thanks.Note))],
    };

    private static string Label(TrendPoint point) =>
        point.Period.From.ToString(point.Period.IsMonths ? "MMM yyyy" : "d MMM yyyy", CultureInfo.InvariantCulture);

    private static FigureCell Rate(DigestTotals totals) => totals.ThankRate is { } rate ? DigestMessages.Percent(rate) : "";

    private static ImmutableArray<FigureCell> Row(params ReadOnlySpan<FigureCell> cells) => [.. cells];
}
