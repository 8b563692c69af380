using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Balances;

/// <summary>Something small that somebody could do for somebody else next.</summary>
public abstract record Suggestion
{
    private Suggestion()
    {
    }

    /// <summary>They ask for what I offer.</summary>
    public sealed record FittingAsk(Ask Ask, Person Asker) : Suggestion;

    /// <summary>They helped me, and I have not said thanks yet.</summary>
    public sealed record OpenThanks(Exchange Help, Person Helper) : Suggestion;

    /// <summary>They said what makes their work easier.</summary>
    public sealed record HowToHelp(Department Department) : Suggestion;

    /// <summary>I thanked them for something before: they may like to hear what came of it.</summary>
    public sealed record ThankedBefore(Exchange Thanks) : Suggestion;
}
