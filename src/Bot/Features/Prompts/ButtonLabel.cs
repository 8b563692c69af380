using RelateBot.Domain;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>A button that names somebody, by the first of their names.</summary>
internal static class ButtonLabel
{
    private const int LongestName = 30;

    public static string Of(string verb, Person person) => $"{verb} {person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("them").Clip(LongestName)}";
}
