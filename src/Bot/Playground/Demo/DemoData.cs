using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Playground.Demo;

/// <summary>The contents of <c>demo.json</c>: the fictional organisation.</summary>
internal sealed record DemoData
{
    public required Whole Organisation { get; init; }

    public required Department[] Departments { get; init; }

    public required Person[] People { get; init; }

    /// <summary>Help between departments over 26 weeks.</summary>
    public required Stream[] Streams { get; init; }

    /// <summary>Weights of people who help more than others. The default is 1.</summary>
    public required Dictionary<string, double> Busy { get; init; }

    /// <summary>People who are rarely thanked.</summary>
    public required Overlooked Unsung { get; init; }

    /// <summary>One person's calls of three years.</summary>
    public required History Calls { get; init; }

    /// <summary>The topics that a department helps with, by its handle.</summary>
    public required Dictionary<string, Favour[]> Help { get; init; }

    public required Praise[] Kudos { get; init; }

    /// <summary>The latest posts in the kudos channel.</summary>
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
    /// <param name="From">The department that helps.</param>
    /// <param name="To">The department that is helped.</param>
    /// <param name="Helps">The number of helps.</param>
    /// <param name="Trend">How the helps are distributed over the 26 weeks.</param>
    /// <param name="Thanked">The share that was followed by thanks (0..1).</param>
    /// <param name="NotTo">A person whose helps are listed elsewhere.</param>
    internal sealed record Stream(string From, string To, int Helps, Trend Trend, double Thanked, string? NotTo = null);

    [JsonConverter(typeof(JsonStringEnumConverter<Trend>))]
    internal enum Trend
    {
        Steady,
        Fading,
        New,
    }

    internal sealed record Overlooked(string Handle, double Thanked);

    /// <summary>
    /// The help that one person received. Each had an ask; <paramref name="Asked"/> lists the asks that no one could take.
    /// </summary>
    internal sealed record History(string Person, HelpReceived[] Helps, AskedFor[] Asked, ThanksGiven[] Thanks);

    internal sealed record HelpReceived(int WeeksAgo, string From, string Note);

    internal sealed record AskedFor(int WeeksAgo, string Of, string Note);

    internal sealed record ThanksGiven(int WeeksAgo, string To, string Note);

    internal sealed record Favour(string Note, string Thanks);

    internal sealed record Praise(string Note, string Value);

    /// <summary>A posted act.</summary>
    /// <param name="DaysAgo">Days before the first start.</param>
    /// <param name="Minute">The minute of that day (UTC).</param>
    /// <param name="Kind">Thanks or kudos.</param>
    /// <param name="From">The giver.</param>
    /// <param name="To">The receivers; a department's handle starts with <c>@</c>.</param>
    /// <param name="Note">The note.</param>
    /// <param name="Values">The values.</param>
    /// <param name="Seconds">The people who seconded it.</param>
    internal sealed record Post(
        int DaysAgo, int Minute, [property: JsonConverter(typeof(JsonStringEnumConverter<ExchangeKind>))] ExchangeKind Kind,
        string From, string[] To, string Note, string[] Values, string[] Seconds);

    internal sealed record Talk(int DaysAgo, int Minute, string In, string From, string Text);
}
