"""Hold questions as people type them, with what must be found for each."""

from __future__ import annotations

# question -> what counts as found: "topic:rag" any facet of it, "topic:rag#resources" that facet.
QUESTIONS: dict[str, tuple[str, ...]] = {
    # programming, mathematics, statistics
    "how do I undo a commit and work with branches": ("topic:git-github",),
    "where can a total beginner practise pyhton for free": ("topic:python-basics#resources",),
    "virtualenv vs conda, how do I keep packages apart": ("topic:python-environments",),
    "which maths do I need before eigenvalues": (
        "topic:matrix-decompositions#prerequisites",
        "topic:linear-algebra",
    ),
    "understand gradients and jacobians": ("topic:multivariable-calculus",),
    "p-values and confidence intervals explained": ("topic:statistical-inference",),
    "how to run an experiment with a control group on a website": ("topic:ab-testing",),
    "MCMC samplers": ("topic:bayesian-computation",),
    "time until customer churns, censored data": ("topic:survival-analysis",),
    "entropy and KL divergence": ("topic:information-theory",),
    # data
    "group by, merge and pivot tables in python": ("topic:pandas",),
    "faster alternative to pandas for big csv files": ("topic:polars", "guide:pandas-or-polars"),
    "window functions practice": ("topic:advanced-sql",),
    "scrape a website into a table": ("topic:data-collection",),
    "good course for dashboards with powerbi": (
        "topic:bi-dashboards#resources",
        "guide:tableau-or-power-bi",
    ),
    "missing values and duplicates": ("topic:data-cleaning",),
    # classical machine learning
    "sk-learn tutorial": ("topic:scikit-learn#resources", "topic:scikit-learn"),
    "xgboost": ("topic:gradient-boosting",),
    "k-means and DBSCAN": ("topic:clustering",),
    "PCA": ("topic:dimensionality-reduction",),
    "how do I tune hyperparameters with optuna": ("topic:hyperparameter-tuning",),
    "precision, recall and ROC curve": ("topic:model-evaluation",),
    "only 1% of my examples are fraud": ("topic:imbalanced-data", "topic:anomaly-detection"),
    "shap values for a random forest": ("topic:interpretability",),
    "what is overfitting and the bias-variance tradeoff": (
        "topic:ml-fundamentals",
        "topic:learning-theory",
        "topic:linear-regression",
    ),
    "kernel trick": ("topic:support-vector-machines",),
    # deep learning, language, vision, speech
    "prerequisites for deep learning": (
        "topic:deep-learning#prerequisites",
        "guide:ready-for-deep-learning",
    ),
    "torch or tf?": ("guide:pytorch-or-tensorflow",),
    "how does backpropagation work": ("topic:deep-learning",),
    "LSTM": ("topic:rnns",),
    "project ideas for convolutional nets": ("topic:cnns#projects", "topic:cnns"),
    "self attention mechanism": ("topic:transformers",),
    "train on several gpus": ("topic:distributed-training",),
    "which graphics card should I buy": ("guide:which-gpu",),
    "free resources for NLP": ("topic:nlp#resources",),
    "word2vec and glove": ("topic:word-embeddings",),
    "part of speech tagging": ("topic:classical-nlp",),
    "LDA topics in documents": ("topic:topic-modelling",),
    "chatbot over my company's pdf files": ("topic:rag",),
    "LoRA finetuning of llama": ("topic:llm-fine-tuning",),
    "rag vs finetuning": ("guide:rag-or-fine-tuning",),
    "chroma, pinecone or pgvector": ("guide:which-vector-database", "topic:semantic-search"),
    "yolo": ("topic:object-detection",),
    "whisper speech to text": ("topic:speech-audio",),
    "stable diffusion": ("topic:diffusion-models",),
    "OpenCV filters and edges": ("topic:image-processing",),
    # time series, recommenders, reinforcement, graphs, causality
    "forecast weekly sales": ("topic:time-series-forecasting", "topic:statistical-forecasting"),
    "arima": ("topic:statistical-forecasting",),
    "collaborative filtering": ("topic:recommender-systems",),
    "q-learning and policy gradients": (
        "topic:reinforcement-learning",
        "topic:deep-reinforcement-learning",
    ),
    "GNN": ("topic:graph-neural-networks",),
    "difference in differences": ("topic:causal-inference",),
    # data engineering, operations
    "airflow certification": ("topic:workflow-orchestration#certifications",),
    "star schema": ("topic:data-modelling",),
    "k8s": ("topic:kubernetes",),
    "containerise my model": ("topic:docker", "topic:model-deployment"),
    "github actions for machine learning": ("topic:ci-cd-for-ml",),
    "serve a model behind a REST endpoint": (
        "topic:fastapi",
        "topic:model-deployment",
        "topic:model-serving",
    ),
    "mlflow": ("topic:experiment-tracking", "guide:mlflow-or-wandb"),
    "data drift in production": ("topic:model-monitoring",),
    "streaming events with kafka": ("topic:kafka-streaming",),
    "aws or azure or gcp first": ("guide:which-cloud-first", "topic:cloud-fundamentals"),
    "python multiprocessing and GIL": ("topic:ml-oop-multiprocessing",),
    # industrial, responsible, career
    "fourier transform and filters": ("topic:signal-processing",),
    "kalman filter": ("topic:state-estimation",),
    "PID controller": ("topic:control-theory",),
    "remaining useful life of machines": ("topic:predictive-maintenance",),
    "EU AI act and bias": ("topic:responsible-ai",),
    "federated learning": ("topic:privacy",),
    "am I too old at 45 to switch": ("guide:too-late-to-start",),
    "do I need a master's degree": ("guide:need-a-degree", "guide:bootcamp-self-study-masters"),
    "what does a data analyst do all day": ("role:data-analyst", "guide:analyst-or-scientist"),
    "become an MLOps engineer": ("role:mlops-engineer", "topic:mlops"),
    "how many hours until I can work as a data scientist": (
        "guide:how-long-does-it-take",
        "guide:ready-for-first-job",
        "role:data-scientist",
    ),
    "I keep watching tutorials and cannot build anything": ("guide:tutorial-hell",),
    "kaggle or own projects for my CV": ("guide:kaggle-or-real-projects", "topic:portfolio"),
}


def is_found(chunk_id: str, accepted: tuple[str, ...]) -> bool:
    """Tell whether a chunk is one of those that a question accepts."""
    return any(chunk_id == name or chunk_id.startswith(f"{name}#") for name in accepted)
