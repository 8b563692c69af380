using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;

namespace RelateBot.Bot.Features.Departments;

/// <summary><c>/relate offer #excel</c>, <c>/relate offer</c> and <c>/relate who #excel</c>.</summary>
public sealed class OfferCommand(ThanksParser parser, OfferBook book, IOffers offers)
{
    /// <summary>Offers the topics named; without any, lists one's own.</summary>
    public async Task<ChatReply> OfferAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        if (command.Text.IsBlank)
        {
            return new ChatReply.Answer(OfferMessages.Yours([.. (await offers.OfAsync(context.Sender.Id, cancellationToken)).Select(offer => offer.Topic)]));
        }

        var draft = await parser.ParseAsync(ExchangeKind.Help, command.Text, context.Workspace, cancellationToken);
        if (draft.Values.IsEmpty)
        {
            return new ChatReply.Answer(OfferMessages.WhatDoYouOffer());
        }

        return new ChatReply.Answer(await book.TryAddAsync(context.Sender.OrganisationId, context.Sender.Id, isDepartment: false, draft.Values, cancellationToken) is null
            ? OfferMessages.TooMany()
            : OfferMessages.Offered(draft.Values));
    }

    /// <summary>A tap on one of one's own.</summary>
    public async Task<ChatReply> TakeBackAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        await book.TryTakeBackAsync(context.Sender, action.Value, cancellationToken);
        return new ChatReply.Answer(OfferMessages.Yours([.. (await offers.OfAsync(context.Sender.Id, cancellationToken)).Select(offer => offer.Topic)]), ReplacesOriginal: true);
    }

    /// <summary>Who offers a topic.</summary>
    public async Task<ChatReply> WhoAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        var draft = await parser.ParseAsync(ExchangeKind.Help, command.Text, context.Workspace, cancellationToken);
        var topic = draft.Values is [var tag, ..] ? tag : ThanksParser.ReadValues(draft.Note) is [var word] ? word : null;
        return new ChatReply.Answer(topic is null ? OfferMessages.AboutWhat() : OfferMessages.Who(topic, await book.WhoAsync(topic, cancellationToken), context.Sender));
    }
}
