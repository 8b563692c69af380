using System.Collections.Immutable;

namespace RelateBot.Bot.Features.Guide;

/// <summary>A command in the list that platforms show when someone types <c>/</c>.</summary>
/// <param name="Name">The name, without the slash.</param>
/// <param name="Usage">The arguments; empty when there are none.</param>
/// <param name="Summary">What it does, in a few words.</param>
public sealed record CommandGuide(string Name, string Usage, string Summary)
{
    /// <summary>All commands, most used first.</summary>
    public static readonly ImmutableArray<CommandGuide> All =
    [
        new("thanks", "@people for what #value", "Thank somebody, or open a form"),
        new("kudos", "@people for what #value", "Praise something you saw"),
        new("ask", "@department or @person what you need", "Ask for help, or open a form"),
        new("helped", "@people with what", "Note help that you gave"),
        new(
            "relate",
            "me, with @it, who #excel, offer #excel, department @it, five, intro @ana, prompts, coffee, digest, dashboard",
            "See how you stand, find help, meet colleagues"),
        new("help", "", "Show examples"),
    ];
}
