using System.Collections.Immutable;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>Thanks as they were written, in words or by the form, before the rules have looked at them.</summary>
public sealed record ThanksDraft
{
    public required ExchangeKind Kind { get; init; }

    /// <summary>Whom they named, in their order.</summary>
    public required ImmutableArray<Receiver> Receivers { get; init; }

    public required string Note { get; init; }

    public required ImmutableArray<string> Values { get; init; }

    public required Visibility Visibility { get; init; }

    /// <summary>Web address of the message that it is for, if there is one.</summary>
    public string? Link { get; init; }

    /// <summary>The ask that was solved and that this thanks for, if there is one.</summary>
    public Guid? AskId { get; init; }

    /// <summary>Thanks in words of which every name is clear.</summary>
    public static ThanksDraft Of(ParsedCommand command) => new()
    {
        Kind = KindOf(command.Name),
        Receivers = command.Sentence.Receivers,
        Note = command.Sentence.Note,
        Values = command.Sentence.Values,
        Visibility = command.Sentence.Visibility,
    };

    /// <summary>What a command of this name gives.</summary>
    public static ExchangeKind KindOf(string command) => command == ThanksCommand.KudosName ? ExchangeKind.Kudos : ExchangeKind.Thanks;
}
