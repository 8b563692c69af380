using System.ComponentModel.DataAnnotations;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Section <c>Prompts</c>: the messages that RelateBot sends without being asked.</summary>
public sealed class PromptOptions
{
    public const string Section = "Prompts";

    /// <summary>False: no one gets prompts.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The most prompts of all kinds for one person in one day.</summary>
    [Range(1, 5)]
    public int MostADay { get; set; } = 1;

    /// <summary>The most prompts of all kinds for one person within seven days.</summary>
    [Range(1, 20)]
    public int MostAWeek { get; set; } = 3;

    /// <summary>The time of day, in each person's time zone, for people who haven't chosen an hour.</summary>
    public TimeOnly Time { get; set; } = new(15, 0);

    /// <summary>The same settings for the domain.</summary>
    internal PromptRules Rules => new() { MaxPerDay = MostADay, MaxPerWeek = MostAWeek, Time = Time };
}
