using System.Collections.Immutable;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>Thanks from words or a form, before the rules are applied.</summary>
public sealed record ThanksDraft
{
    public required ExchangeKind Kind { get; init; }

    /// <summary>The receivers, in the order in which they were named.</summary>
    public required ImmutableArray<Receiver> Receivers { get; init; }

    public required string Note { get; init; }

    public required ImmutableArray<string> Values { get; init; }

    public required Visibility Visibility { get; init; }

    /// <summary>The web address of the message that the thanks are for; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>The solved ask that the thanks are for; null for none.</summary>
    public Guid? AskId { get; init; }

    /// <summary>Makes a draft from a command. Every name in it must be clear.</summary>
    public static ThanksDraft Of(ParsedCommand command) => new()
    {
        Kind = KindOf(command.Name),
        Receivers = command.Sentence.Receivers,
        Note = command.Sentence.Note,
        Values = command.Sentence.Values,
        Visibility = command.Sentence.Visibility,
    };

    /// <summary>The kind of exchange that a command of this name gives.</summary>
    public static ExchangeKind KindOf(string command) => command == ThanksCommand.KudosName ? ExchangeKind.Kudos : ExchangeKind.Thanks;
}
