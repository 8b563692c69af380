namespace RelateBot.Bot.Routing;

/// <summary>Registers the way of a request to its feature; the features add where it leads.</summary>
public static class RoutingRegistration
{
    public static IServiceCollection AddRequestRouting(this IServiceCollection services) => services
        .AddSingleton<RequestPipeline>()
        .AddScoped<RequestTransaction>()
        .AddSingleton<RouteTable>()
        .AddScoped<CommandRouter>();

    /// <summary>Adds where the input of a feature leads.</summary>
    public static IServiceCollection AddRoutes(this IServiceCollection services, Action<RouteBuilder> build)
    {
        build(new RouteBuilder(services));
        return services;
    }
}
