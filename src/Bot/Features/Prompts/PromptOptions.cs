using System.ComponentModel.DataAnnotations;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Section <c>Prompts</c>: what RelateBot says without being asked.</summary>
public sealed class PromptOptions
{
    public const string Section = "Prompts";

    /// <summary>False: nobody gets any.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Most for one person on one day, of all kinds.</summary>
    [Range(1, 5)]
    public int MostADay { get; set; } = 1;

    /// <summary>Most for one person within seven days, of all kinds.</summary>
    [Range(1, 20)]
    public int MostAWeek { get; set; } = 3;

    /// <summary>When they come, by the clock on each person's wall; whoever chose an hour gets them then.</summary>
    public TimeOnly Time { get; set; } = new(15, 0);

    /// <summary>The same for the domain.</summary>
    internal PromptRules Rules => new() { MaxPerDay = MostADay, MaxPerWeek = MostAWeek, Time = Time };
}
