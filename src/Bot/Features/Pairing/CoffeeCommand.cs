using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Reading;
using RelateBot.Bot.Routing;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary><c>/relate coffee</c> and its subcommands: join, leave, every, pause, avoid.</summary>
public sealed class CoffeeCommand(
    PairingMembership membership,
    IPairingStore pairings,
    SentenceParser parser,
    IPeopleDirectory directory,
    PairingRules rules,
    TimeProvider clock)
{
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        var (name, text) = CommandWords.ToSubcommand(command with { Name = "" }) is var sub ? (sub.Name.Trim(), sub.Text) : default;
        var words = string.Concat(text.Spans.OfType<IncomingSpan.Words>().Select(span => span.Text));
        return new ChatReply.Answer(name switch
        {
            "" => CoffeeMessages.State(await membership.StateAsync(context.Sender, cancellationToken)),
            "join" or "yes" or "resume" when text.IsBlank => await JoinAsync(context, everyWeeks: null, cancellationToken),
            "join" or "every" or "weekly" =>
                Weeks(name, words) is { } weeks ? await JoinAsync(context, weeks, cancellationToken) : CoffeeMessages.HowOften(),
            "leave" or "stop" => await LeaveAsync(context, cancellationToken),
            "pause" =>
                PauseParser.Parse(words, Today(context.Sender)) is { } until
                    ? await PauseAsync(context, until, cancellationToken)
                    : CoffeeMessages.PauseUntilWhen(),
            "avoid" => await AvoidAsync(context, text, cancellationToken),
            _ => CoffeeMessages.Usage(),
        });
    }

    /// <summary>Handles a tap.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        if (!action.Value.EndsWith(CoffeeMessages.AtHome, StringComparison.Ordinal))
        {
            return await TapAsync(context, action, cancellationToken);
        }

        await TapAsync(context, action with { Value = action.Value[..^CoffeeMessages.AtHome.Length] }, cancellationToken);
        return new ChatReply.Nothing();
    }

    private async Task<ChatReply> TapAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken) =>
        action switch
        {
            { Name: CoffeeMessages.JoinAction } => Changed(await JoinAsync(context, everyWeeks: null, cancellationToken)),
            { Name: CoffeeMessages.EveryAction } when Number(action.Value) is { } weeks =>
                Changed(await JoinAsync(context, weeks, cancellationToken)),
            { Name: CoffeeMessages.PauseAction } when Number(action.Value) is { } weeks =>
                Changed(await PauseAsync(context, Today(context.Sender).AddDays(7 * weeks), cancellationToken)),
            { Name: CoffeeMessages.AllowAction } when Guid.TryParse(action.Value, out var id) =>
                Changed(await AllowAsync(context, id, cancellationToken)),
            { Name: CoffeeMessages.LeaveAction } => new ChatReply.Answer(await LeaveAsync(context, cancellationToken)),
            { Name: CoffeeRoundMessages.MetAction } => await AnswerAsync(context, action.Value, PairingAnswer.Met, cancellationToken),
            { Name: CoffeeRoundMessages.NotYetAction } => await AnswerAsync(context, action.Value, PairingAnswer.NotYet, cancellationToken),
            { Name: CoffeeRoundMessages.DidNotHappenAction } =>
                await AnswerAsync(context, action.Value, PairingAnswer.DidNotHappen, cancellationToken),
            _ => new ChatReply.Answer(CoffeeMessages.State(await membership.StateAsync(context.Sender, cancellationToken))),
        };

    private static ChatReply.Answer Changed(ChatMessage message) => new(message, ReplacesOriginal: true);

    private static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks)
            && weeks is >= 1 and <= PairingMember.MaxWeeksBetweenRounds ? weeks : null;

    /// <summary>Reads "every 2 weeks", "2 weeks", "every week" or "weekly" as a number of weeks; null when it is none of these.</summary>
    private static int? Weeks(string name, string words) => words
        .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(word => !word.Equals("every", StringComparison.OrdinalIgnoreCase)).ToArray() switch
    {
        [] => name is "weekly" ? 1 : null,
        ["week" or "weekly"] => 1,
        [var number] => Number(number),
        [var number, "week" or "weeks"] => Number(number),
        _ => null,
    };

    private async Task<ChatMessage> JoinAsync(ChatContext context, int? everyWeeks, CancellationToken cancellationToken) =>
        CoffeeMessages.State(await membership.JoinAsync(context.Sender, context.Workspace.Id, everyWeeks, cancellationToken));

    private async Task<ChatMessage> LeaveAsync(ChatContext context, CancellationToken cancellationToken) =>
        await membership.TryLeaveAsync(context.Sender, cancellationToken) ? CoffeeMessages.Left() : CoffeeMessages.WasOutside();

    private async Task<ChatMessage> PauseAsync(ChatContext context, DateOnly until, CancellationToken cancellationToken) =>
        await membership.PauseAsync(context.Sender, until, cancellationToken) is { } state
            ? CoffeeMessages.State(state)
            : CoffeeMessages.WasOutside();

    private async Task<ChatMessage> AvoidAsync(ChatContext context, IncomingText text, CancellationToken cancellationToken)
    {
        var sentence = await parser.ParseAsync(text, context.Workspace, cancellationToken);
        if (sentence.Unclear is [var unclear, ..])
        {
            return NameMessages.Unclear(unclear);
        }

        if (sentence.Receivers.OfType<Receiver.Unknown>().FirstOrDefault() is { } nobody)
        {
            return NameMessages.Unknown(nobody.Typed);
        }

        var people = sentence.Receivers.OfType<Receiver.Person>().Select(person => person.Id).ToImmutableArray();
        if (people.Length < sentence.Receivers.Length || (people.IsEmpty && !text.IsBlank))
        {
            return CoffeeMessages.AvoidPeopleOnly();
        }

        if (people.Contains(context.Sender.Id))
        {
            return CoffeeMessages.AvoidYourself();
        }

        return await membership.TryAvoidAsync(context.Sender, people, cancellationToken)
            ? await ListAsync(context, cancellationToken)
            : CoffeeMessages.ListIsFull();
    }

    private async Task<ChatMessage> AllowAsync(ChatContext context, Guid personId, CancellationToken cancellationToken)
    {
        await membership.AllowAsync(context.Sender, personId, cancellationToken);
        return await ListAsync(context, cancellationToken);
    }

    private async Task<ChatMessage> ListAsync(ChatContext context, CancellationToken cancellationToken)
    {
        var avoided = await pairings.AvoidedByAsync(context.Sender.Id, cancellationToken);
        var people = await directory.GetPeopleAsync([.. avoided.Select(avoidance => avoidance.AvoidedId)], cancellationToken);
        return CoffeeMessages.Avoided([.. people.OrderBy(person => person.NameKey, StringComparer.Ordinal)]);
    }

    private async Task<ChatReply> AnswerAsync(ChatContext context, string value, PairingAnswer answer,
        CancellationToken cancellationToken) =>
        Guid.TryParse(value, out var groupId)
            && await membership.AnswerAsync(context.Sender, groupId, answer, cancellationToken) is { } details
            ? Changed(CoffeeRoundMessages.Answered(answer, details, context.Sender))
            : new ChatReply.Answer(CoffeeRoundMessages.Gone());

    private DateOnly Today(Person person) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), person.Zone(rules.TimeZone)).DateTime);
}
