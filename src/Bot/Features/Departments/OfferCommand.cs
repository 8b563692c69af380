using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Help;

namespace RelateBot.Bot.Features.Departments;

/// <summary><c>/relate offer #excel</c>, <c>/relate offer</c> and <c>/relate who #excel</c>.</summary>
public sealed class OfferCommand(SentenceParser parser, OfferCatalog catalog, IOfferStore offers)
{
    /// <summary>Offers the named topics. Without any, lists the sender's own.</summary>
    public async Task<ChatReply> OfferAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        if (command.Text.IsBlank)
        {
            return new ChatReply.Answer(
                OfferMessages.Yours(
                    [.. (await offers.GetByOwnerAsync(context.Sender.Id, cancellationToken)).Select(offer => offer.Topic)]));
        }

        var sentence = await parser.ParseAsync(command.Text, context.Workspace, cancellationToken);
        if (sentence.Values.IsEmpty)
        {
            return new ChatReply.Answer(OfferMessages.WhatDoYouOffer());
        }

        return new ChatReply.Answer(await catalog.TryAddAsync(
            context.Sender.OrganisationId,
            context.Sender.Id,
            isDepartment: false,
            sentence.Values,
            cancellationToken) is null
            ? OfferMessages.TooMany()
            : OfferMessages.Offered(sentence.Values));
    }

    /// <summary>Handles a tap on one of the sender's own offers: withdraws it.</summary>
    public async Task<ChatReply> TakeBackAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        await catalog.TryRemoveAsync(context.Sender, action.Value, cancellationToken);
        return new ChatReply.Answer(
            OfferMessages.Yours([.. (await offers.GetByOwnerAsync(context.Sender.Id, cancellationToken)).Select(offer => offer.Topic)]),
            ReplacesOriginal: true);
    }

    /// <summary>Lists the people and departments that offer a topic.</summary>
    public async Task<ChatReply> WhoAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        var sentence = await parser.ParseAsync(command.Text, context.Workspace, cancellationToken);
        var topic = sentence.Values is [var tag, ..] ? tag : SentenceParser.ReadValues(sentence.Note) is [var word] ? word : null;
        return new ChatReply.Answer(topic is null
            ? OfferMessages.AboutWhat()
            : OfferMessages.Who(topic, await catalog.FindOfferersAsync(topic, cancellationToken), context.Sender));
    }
}
