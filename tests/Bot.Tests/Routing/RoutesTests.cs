using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Digests;
using RelateBot.Bot.Features.Guide;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Tests.Reading;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Tests.Routing;

/// <summary>The routes of the real host, each rule with a planted violation that it catches.</summary>
public sealed class RoutesTests
{
    private static readonly ChatContext context = new(
        Names.Workspace,
        new Person { Id = Guid.Empty, OrganisationId = Guid.Empty, Name = "Mark" });

    [Fact]
    public async Task No_two_features_claim_one_route()
    {
        await using var host = new HostForRoutes();
        Assert.NotEmpty(host.Services.GetRequiredService<RouteTable>().Routes);

        await using var planted = new HostForRoutes(services =>
            services.AddRoutes(routes => routes.Command<Planted>("thanks", handler => handler.HandleAsync)));
        var found = Assert.Throws<InvalidOperationException>(planted.Services.GetRequiredService<RouteTable>);
        Assert.Contains("Command 'thanks'", found.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Planted), found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_route_leads_nowhere()
    {
        await using var host = new HostForRoutes();
        Assert.Empty(LeadingNowhere(host.Services));

        await using var planted = new HostForRoutes(services =>
            services.AddRoutes(routes => routes.Command<Planted>("relate nowhere", handler => handler.HandleAsync)));
        Assert.Equal("Command 'relate nowhere'", Assert.Single(LeadingNowhere(planted.Services)));
    }

    [Fact]
    public async Task Every_kind_of_input_is_routed()
    {
        await using var host = new HostForRoutes();
        var kinds = typeof(ChatInput).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(ChatInput))).ToList();

        Assert.Equal(10, kinds.Count);
        Assert.Empty(kinds.Except(host.Services.GetRequiredService<RouteTable>().Routes.Select(route => route.Input)));
    }

    [Fact]
    public async Task Only_the_class_that_handles_a_request_is_constructed()
    {
        await using var host = new HostForRoutes();
        Assert.NotNull(host.Services.GetRequiredService<RequestTransaction>());
        Assert.Empty(host.Made);
        var router = host.Services.GetRequiredService<CommandRouter>();

        await router.RouteAsync(context, new ChatInput.Command("relate", IncomingText.Of("unsung off")), CancellationToken.None);
        Assert.Equal([typeof(UnsungCommand)], host.Made);

        await router.RouteAsync(context, new ChatInput.Action("guide.privacy", ""), CancellationToken.None);
        Assert.Equal([typeof(UnsungCommand), typeof(GuideCommand)], host.Made);
    }

    private static List<string> LeadingNowhere(IServiceProvider services)
    {
        List<string> found = [];
        foreach (var route in services.GetRequiredService<RouteTable>().Routes)
        {
            try
            {
                services.GetRequiredService(route.Handler);
            }
            catch (InvalidOperationException)
            {
                found.Add(route.ToString());
            }
        }

        return found;
    }

    private sealed class Planted
    {
        private readonly ChatReply reply = new ChatReply.Nothing();

        public Task<ChatReply> HandleAsync(ChatContext chat, ChatInput.Command command, CancellationToken cancellationToken) =>
            Task.FromResult(reply);
    }
}
