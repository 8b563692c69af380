using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Playground.Demo;

/// <summary>The made-up organisation as <c>demo.json</c> tells it.</summary>
internal sealed record DemoData
{
    public required Whole Organisation { get; init; }

    public required Department[] Departments { get; init; }

    public required Person[] People { get; init; }

    /// <summary>Who helps whom, department by department, over 26 weeks.</summary>
    public required Stream[] Streams { get; init; }

    /// <summary>Who helps more than others: weights; everybody else has 1.</summary>
    public required Dictionary<string, double> Busy { get; init; }

    /// <summary>Who is hardly ever thanked.</summary>
    public required Overlooked Unsung { get; init; }

    /// <summary>Three years of one person's calls.</summary>
    public required History Calls { get; init; }

    /// <summary>What a department helps with, by its handle.</summary>
    public required Dictionary<string, Favour[]> Help { get; init; }

    public required Praise[] Kudos { get; init; }

    /// <summary>What was posted to the kudos channel last.</summary>
    public required Post[] Posts { get; init; }

    public required Talk[] Talks { get; init; }

    public static DemoData Load()
    {
        using var file = typeof(DemoData).Assembly.GetManifestResourceStream("demo.json")!;
        return JsonSerializer.Deserialize<DemoData>(file, JsonSerializerOptions.Web)!;
    }

    internal sealed record Whole(string Name, string TimeZone);

    internal sealed record Department(
        string Handle,
        string Name,
        string Head,
        string? HelpChannel = null,
        string[]? Offers = null,
        string[]? HowToHelp = null);

    internal sealed record Person(string Handle, string Name, string Department, string TimeZone, string Locale, string[]? Offers = null);

    /// <summary>Help from one department to another.</summary>
    /// <param name="From">The helping department.</param>
    /// <param name="To">The helped one.</param>
    /// <param name="Helps">How often.</param>
    /// <param name="Trend">How the helps lie in the 26 weeks.</param>
    /// <param name="Thanked">The share of them that was answered with thanks.</param>
    /// <param name="NotTo">Somebody whose helps are told elsewhere.</param>
    internal sealed record Stream(string From, string To, int Helps, Trend Trend, double Thanked, string? NotTo = null);

    [JsonConverter(typeof(JsonStringEnumConverter<Trend>))]
    internal enum Trend
    {
        Steady,
        Fading,
        New,
    }

    internal sealed record Overlooked(string Handle, double Thanked);

    /// <summary>Every help was asked for; what is in <paramref name="Asked"/> nobody could take.</summary>
    internal sealed record History(string Person, HelpReceived[] Helps, AskedFor[] Asked, ThanksGiven[] Thanks);

    internal sealed record HelpReceived(int WeeksAgo, string From, string Note);

    internal sealed record AskedFor(int WeeksAgo, string Of, string Note);

    internal sealed record ThanksGiven(int WeeksAgo, string To, string Note);

    internal sealed record Favour(string Note, string Thanks);

    internal sealed record Praise(string Note, string Value);

    /// <summary>An act that was posted.</summary>
    /// <param name="DaysAgo">How many days before the first start.</param>
    /// <param name="Minute">At which minute of that day (UTC).</param>
    /// <param name="Kind">Thanks or kudos.</param>
    /// <param name="From">Who gave.</param>
    /// <param name="To">Who received; a department's handle stands after <c>@</c>.</param>
    /// <param name="Note">What for.</param>
    /// <param name="Values">Values.</param>
    /// <param name="Seconds">Who seconded it.</param>
    internal sealed record Post(
        int DaysAgo, int Minute, [property: JsonConverter(typeof(JsonStringEnumConverter<ExchangeKind>))] ExchangeKind Kind,
        string From, string[] To, string Note, string[] Values, string[] Seconds);

    internal sealed record Talk(int DaysAgo, int Minute, string In, string From, string Text);
}
